package gongkai.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The totals of the level below that a submission consists of. */
@Embeddable
@Schema(name = "Basis", description = "The totals of the level below that these figures are")
public record SourceTotals(
        @Column(name = "basis_collection") @Schema(examples = "heping-street-2018")
        String collection,

        @Column(name = "basis_revision") @Schema(examples = "27")
        long revision,

        @Column(name = "basis_hash") @Schema(description = "The totals' content hash")
        String contentHash) {}
