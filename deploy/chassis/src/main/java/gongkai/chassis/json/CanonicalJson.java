package gongkai.chassis.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Canonical JSON (RFC 8785): the same content always gives the same bytes. Figures survive, because none has more than the fifteen
 * digits that every JSON reader keeps.
 */
@ApplicationScoped
public class CanonicalJson {

    private final ObjectMapper json;

    CanonicalJson(ObjectMapper json) {
        this.json = json;
    }

    public byte[] bytes(Object content) {
        try {
            return ofText(json.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "%s cannot be written as JSON".formatted(content.getClass().getSimpleName()), e);
        }
    }

    /** @param text any JSON */
    public static byte[] ofText(String text) {
        try {
            return new JsonCanonicalizer(text).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("The text is not JSON", e);
        }
    }
}
