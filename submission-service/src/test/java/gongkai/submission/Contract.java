package gongkai.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;

/** The schema and the golden sample of an event version, as other services read them. */
public record Contract(String event) {

    /** An event keeps its contract when it equals the sample, and the sample satisfies the schema. */
    public void isKeptBy(String json) throws IOException {
        var mapper = new ObjectMapper();
        JsonNode sample = mapper.readTree(file("sample"));
        assertThat(mapper.readTree(json)).isEqualTo(sample);

        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(file("schema"), InputFormat.JSON);
        assertThat(schema.validate(sample.toString(), InputFormat.JSON)).isEmpty();
    }

    private InputStream file(String kind) {
        String path = "/contract/submission-service/events/%s.%s.json".formatted(event, kind);
        return Contract.class.getResourceAsStream(path);
    }
}
