package gongkai.deploy.local;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;

/** Tells which parts of a document are not those that were signed. */
final class SignedParts {

    private SignedParts() {}

    /** @param parts SHA-256 by JSON pointer, as the signature's header has them */
    static List<String> differences(byte[] document, JsonNode parts) throws IOException {
        JsonNode read;
        try {
            read = new ObjectMapper().readTree(document);
        } catch (JsonProcessingException e) {
            return List.of("it is not even JSON: " + e.getOriginalMessage());
        }
        List<String> different = new ArrayList<>();
        for (var part : parts.properties()) {
            JsonNode found = read.at(JsonPointer.compile(part.getKey()));
            if (found instanceof MissingNode) {
                different.add(part.getKey() + " is missing");
            } else if (!digest(found).equals(part.getValue().asText())) {
                different.add(part.getKey() + named(found));
            }
        }
        for (var field : read.properties()) {
            String pointer = "/" + field.getKey();
            boolean signed = parts.has(pointer) || parts.has(pointer + "/0");
            if (!signed && !field.getValue().isEmpty()) {
                different.add(pointer + " was added");
            }
            if (field.getValue().isArray()
                    && parts.has(pointer + "/0")
                    && !parts.has(pointer + "/" + (field.getValue().size() - 1))) {
                different.add(pointer + " has more items");
            }
        }
        return different;
    }

    /** A figure says which one it is, and a section its heading. */
    private static String named(JsonNode part) {
        String name = part.path("code").asText(part.path("heading").asText(""));
        return name.isEmpty() ? "" : " (%s)".formatted(name);
    }

    private static String digest(JsonNode part) throws IOException {
        try {
            byte[] canonical = new JsonCanonicalizer("{\"part\":%s}".formatted(part)).getEncodedUTF8();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
