package gongkai.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The totals of the level below that a submission is made of: what it can be followed to. */
@Embeddable
@Schema(description = "The totals of the level below that these figures are")
record Basis(
        @Column(name = "basis_collection") @Schema(examples = "heping-street-2018")
        String collection,

        @Column(name = "basis_revision") @Schema(examples = "27")
        long revision,

        @Column(name = "basis_hash") @Schema(description = "The totals' content hash")
        String contentHash) {}
