package gongkai.publication.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Canonical JSON (RFC 8785): the same content is the same bytes, whoever writes it. Figures survive, because none has more than the
 * fifteen digits that every JSON reader keeps.
 */
@ApplicationScoped
public class Canonical {

    private final ObjectMapper json;

    Canonical(ObjectMapper json) {
        this.json = json;
    }

    public byte[] bytes(Object content) {
        try {
            return new JsonCanonicalizer(json.writeValueAsString(content)).getEncodedUTF8();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "%s cannot be written as JSON".formatted(content.getClass().getSimpleName()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256, in hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
