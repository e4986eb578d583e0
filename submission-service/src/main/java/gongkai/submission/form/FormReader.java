package gongkai.submission.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads form files, and refuses a form that could not be used, with the line and the reason. */
final class FormReader {

    /** A form file is our own text or an administrator's; what is wrong with it stops the service at its start. */
    static final class FormRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FormRefused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Schema schema;
    private final NodeReader nodes = NodeReader.builder().locationAware().build();

    /** @param schema the JSON Schema of form files */
    FormReader(InputStream schema) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
    }

    /**
     * Reads one form.
     *
     * @param file its name, for messages
     * @throws FormRefused naming the file, the line and the reason
     */
    Form read(String file, InputStream content) {
        JsonNode tree = tree(file, content);
        schema.validate(tree).stream().findFirst().ifPresent(flaw -> {
            throw refused(file, flaw.getInstanceNode() == null ? tree : flaw.getInstanceNode(), flaw.toString());
        });
        FormFile form = JSON.convertValue(tree, FormFile.class);
        List<FormInspection.Flaw> flaws = new FormInspection(form).flaws();
        if (!flaws.isEmpty()) {
            FormInspection.Flaw first = flaws.get(0);
            throw refused(file, tree.at(JsonPointer.compile(first.pointer())), first.reason());
        }
        return form.form();
    }

    private JsonNode tree(String file, InputStream content) {
        try {
            return nodes.readTree(content, InputFormat.JSON);
        } catch (IOException | IllegalArgumentException e) {
            // The library wraps what Jackson says of the syntax.
            String place = e.getCause() instanceof JsonProcessingException syntax
                    ? "%s:%d: %s".formatted(file, syntax.getLocation().getLineNr(), syntax.getOriginalMessage())
                    : "%s cannot be read".formatted(file);
            throw new FormRefused(place, e);
        }
    }

    private static FormRefused refused(String file, JsonNode place, String reason) {
        int line = JsonNodes.tokenStreamLocationOf(place).getLineNr();
        return new FormRefused("%s:%d: %s".formatted(file, line, reason), null);
    }
}
