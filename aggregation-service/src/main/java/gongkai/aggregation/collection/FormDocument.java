package gongkai.aggregation.collection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gongkai.aggregation.rollup.Form;
import gongkai.chassis.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A form as it was announced, to be passed on unchanged, and what is understood of it here.
 *
 * @param digest of the text: the same for every collection that uses the form
 */
public record FormDocument(
        String digest, @JsonValue @JsonRawValue String text, Form form) {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Form.class);

    /** A digest never means another text, so nothing here grows old; and there are fewer forms than years. */
    private static final Map<String, FormDocument> UNDERSTOOD = new ConcurrentHashMap<>();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FormDocument of(JsonNode json) {
        return of(json.toString());
    }

    /** The same text gives the same object: thousands of collections share the few forms there are. */
    static FormDocument of(String text) {
        return UNDERSTOOD.computeIfAbsent(
                Sha256.hex(text.getBytes(StandardCharsets.UTF_8)),
                digest -> new FormDocument(digest, text, understand(text)));
    }

    /** The form of this digest, if it has been seen since the service started. */
    static Optional<FormDocument> seen(String digest) {
        return Optional.ofNullable(UNDERSTOOD.get(digest));
    }

    private static Form understand(String text) {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this form cannot be understood: " + e.getOriginalMessage(), e);
        }
    }
}
