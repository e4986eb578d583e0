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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FormDocument of(JsonNode json) {
        return of(json.toString());
    }

    static FormDocument of(String text) {
        try {
            return new FormDocument(sha256(text), text, READER.readValue(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this form cannot be understood: " + e.getOriginalMessage(), e);
        }
    }

    private static String sha256(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
