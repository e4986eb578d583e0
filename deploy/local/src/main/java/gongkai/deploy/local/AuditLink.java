package gongkai.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * One entry of an audit log with its place in the chain.
 *
 * @param chain the bureau's
 * @param position in the chain; 0 for an entry that is not sealed
 * @param previous the hash that the entry before has
 * @param hash of the entry, its position and the hash before
 * @param entry null where only the seal is left
 */
record AuditLink(String chain, long position, String previous, String hash, JsonNode entry) {

    /** A line of an export. */
    static AuditLink read(JsonNode line) {
        return new AuditLink(
                line.path("bureau").asText(),
                line.path("position").asLong(),
                line.path("previous").asText(),
                line.path("hash").asText(),
                line.path("entry"));
    }

    boolean isSealed() {
        return position > 0;
    }

    boolean isAsSealed() {
        return wouldBe(position, previous).equals(hash);
    }

    /** The hash that the entry would have at another place. */
    String wouldBe(long otherPosition, String otherPrevious) {
        ObjectNode content = ServiceClient.JSON.createObjectNode();
        content.set("entry", entry);
        content.put("position", otherPosition).put("previous", otherPrevious);
        try {
            byte[] canonical = new JsonCanonicalizer(ServiceClient.JSON.writeValueAsString(content)).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException e) {
            throw new CannotRun("An entry of %s cannot be read: %s".formatted(chain, e.getMessage()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    Instant at() {
        return Instant.parse(entry.path("at").asText());
    }

    /** A description for the person who investigates it. */
    String words() {
        return "%s of %s by %s at %s (entry %s)"
                .formatted(
                        entry.path("action").asText(),
                        entry.path("resource").asText(),
                        entry.path("subject").asText(),
                        entry.path("at").asText(),
                        entry.path("id").asText());
    }
}
