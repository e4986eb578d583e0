package gongkai.submission.form;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms that collections can use, read from their files when the service starts. */
@ApplicationScoped
public class Forms {

    private static final List<String> BUNDLED = List.of("xxgk-2014", "xxgk-2019", "xxgk-2021");

    private static final String SCHEMA = "/forms/form.schema.json";

    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Map<String, Check> checks = new HashMap<>();

    Forms() {
        var reader = new FormReader(schema());
        for (String code : BUNDLED) {
            String file = "/forms/%s.json".formatted(code);
            Form form = reader.read(file, Forms.class.getResourceAsStream(file));
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

    /** What figures are read against in a collection that uses this form, with the bureau's own rows. */
    public Check check(String code, List<LocalRow> own) {
        return own.isEmpty()
                ? checks.get(get(code).code())
                : new Check(get(code).with(own));
    }

    Collection<Form> all() {
        return forms.values();
    }

    /** The JSON Schema that form files satisfy. */
    InputStream schema() {
        return Forms.class.getResourceAsStream(SCHEMA);
    }
}
