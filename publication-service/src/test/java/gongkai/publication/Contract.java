package gongkai.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;

/** The schema and the golden sample of an event version, as its producer committed them. */
public record Contract(String service, String event) {

    public String sample() throws IOException {
        try (InputStream sample = file("sample")) {
            return new String(sample.readAllBytes(), UTF_8);
        }
    }

    /** An event keeps its contract when it equals the sample, and the sample satisfies the schema. */
    public void isKeptBy(String json) throws IOException {
        var mapper = new ObjectMapper();
        JsonNode sample = mapper.readTree(sample());
        assertThat(mapper.readTree(json)).isEqualTo(sample);
        allows(json);
    }

    public void allows(String json) throws IOException {
        try (InputStream file = file("schema")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(file, InputFormat.JSON);
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        }
    }

    private InputStream file(String kind) {
        return Contract.class.getResourceAsStream("/contract/%s/events/%s.%s.json".formatted(service, event, kind));
    }
}
