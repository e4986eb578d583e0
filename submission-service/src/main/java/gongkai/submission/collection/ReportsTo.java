package gongkai.submission.collection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The target of a bureau's totals (层层汇总上报): the collection above, and the unit that the bureau is there. */
@Embeddable
@Schema(description = "The collection above, and the unit that this bureau is there")
public record ReportsTo(
        @NotNull
        @Pattern(regexp = Codes.PATTERN)
        @Column(name = "reports_to")
        @Schema(examples = "xingqing-district-2018")
        String collection,

        @NotNull @Pattern(regexp = Codes.PATTERN) @Column(name = "reports_as") @Schema(examples = "justice-bureau")
        String unit) {}
