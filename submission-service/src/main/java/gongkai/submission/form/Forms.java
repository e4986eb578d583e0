package gongkai.submission.form;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    private static final List<String> BUNDLED = List.of("xxgk-2014");

    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Map<String, Check> checks = new HashMap<>();

    Forms(ObjectMapper json) {
        for (String code : BUNDLED) {
            Form form = read(code, json);
            forms.put(code, form);
            checks.put(code, new Check(form));
        }
    }

    public Optional<Form> find(String code) {
        return Optional.ofNullable(forms.get(code));
    }

    /** The form of a collection that exists; forms are never taken away. */
    public Form get(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalStateException(
                        "A collection uses form %s, which this service lacks".formatted(code)));
    }

    /** What figures are read against in a collection that uses this form. */
    public Check check(String code) {
        return checks.get(get(code).code());
    }

    Collection<Form> all() {
        return forms.values();
    }

    private static Form read(String code, ObjectMapper json) {
        String file = "/forms/%s.json".formatted(code);
        try (InputStream in = Forms.class.getResourceAsStream(file)) {
            return json.readerFor(FormFile.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .<FormFile>readValue(in)
                    .form();
        } catch (IOException e) {
            throw new UncheckedIOException("The form file %s cannot be read".formatted(file), e);
        }
    }
}
