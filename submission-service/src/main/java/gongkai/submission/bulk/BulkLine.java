package gongkai.submission.bulk;

import gongkai.submission.NewSubmission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a bulk request: a unit's submission.
 *
 * @param seen the revision it was made on; null for a unit's first
 */
@Schema(description = "One unit's submission among many")
record BulkLine(
        @NotBlank @Size(max = 64) String unit,

        @Schema(description = "The revision it was made on; none for a unit's first")
        Long seen,

        @NotNull @Valid NewSubmission submission) {}
