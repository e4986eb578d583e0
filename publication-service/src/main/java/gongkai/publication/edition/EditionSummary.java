package gongkai.publication.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An edition as the list shows it: without its document.
 *
 * @param digest SHA-256 of the document, in hexadecimal
 */
@Schema(
        description = "An edition without its document.",
        requiredProperties = {"edition", "publishedAt", "publishedBy", "totalsRevision", "narrativeRevision", "digest"})
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record EditionSummary(
        @ProjectedFieldName("number") int edition,
        Instant publishedAt,
        String publishedBy,
        String reason,
        long totalsRevision,
        long narrativeRevision,
        String digest) {}
