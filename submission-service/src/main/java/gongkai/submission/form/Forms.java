package gongkai.submission.form;

import com.fasterxml.jackson.databind.json.JsonMapper;
import gongkai.chassis.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms that collections can use, read from their files when the service starts. */
@ApplicationScoped
public class Forms {

    private static final String FOLDER = "/forms/";
    private static final String INDEX = FOLDER + "index.json";
    private static final String SCHEMA = FOLDER + "form.schema.json";

    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Map<String, SubmissionChecker> checkers = new HashMap<>();

    Forms() {
        var reader = new FormReader(schema());
        for (String file : index()) {
            Form form = reader.read(FOLDER + file, Forms.class.getResourceAsStream(FOLDER + file));
            forms.put(form.code(), form);
            checkers.put(form.code(), new SubmissionChecker(form));
        }
    }

    /** The names of the form files, in the order in which the forms are listed. */
    private static List<String> index() {
        try (InputStream index = Forms.class.getResourceAsStream(INDEX)) {
            return List.of(new JsonMapper().readValue(index, String[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(INDEX + " cannot be read", e);
        }
    }

    public Optional<Form> find(String code) {
        return Optional.ofNullable(forms.get(code));
    }

    /** @throws ProblemException {@link FormProblem#FORM_UNKNOWN} */
    public Form mustExist(String code) {
        return find(code).orElseThrow(() -> new ProblemException(FormProblem.FORM_UNKNOWN, code));
    }

    /** The form of a collection that exists; forms are never removed. */
    public Form get(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalStateException(
                        "A collection uses form %s, which this service lacks".formatted(code)));
    }

    /** The checker of a collection's figures: of its form, with the bureau's own rows. */
    public SubmissionChecker checker(String code, List<LocalRow> own) {
        return own.isEmpty()
                ? checkers.get(get(code).code())
                : new SubmissionChecker(get(code).with(own));
    }

    Collection<Form> all() {
        return forms.values();
    }

    /** The JSON Schema that form files satisfy. */
    InputStream schema() {
        return Forms.class.getResourceAsStream(SCHEMA);
    }
}
