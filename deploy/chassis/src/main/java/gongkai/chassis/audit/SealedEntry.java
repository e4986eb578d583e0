package gongkai.chassis.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry with its place in its bureau's chain: all that it takes to check the chain without us.
 *
 * @param position counted from 1 in the bureau's chain; null until it is sealed
 * @param previous the hash of the entry before
 * @param entry its JSON, just as it was hashed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEntry")
record SealedEntry(
        String bureau,
        Long position,
        String previous,

        @Schema(description = "SHA-256 over the canonical JSON (RFC 8785) of {entry, position, previous}")
        String hash,

        @JsonRawValue @Schema(implementation = AuditEntry.class)
        String entry) {

    @JsonIgnore
    boolean isSealed() {
        return position != null;
    }
}
