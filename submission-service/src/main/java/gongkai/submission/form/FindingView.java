package gongkai.submission.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A finding in the caller's language, with the place in the request it is about. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Finding", description = "校核问题: a broken rule or an unusable figure, with the figures on both sides")
public record FindingView(
        @Schema(description = "JSON pointer into the request", examples = "/values/3.1")
        String pointer,

        @Schema(examples = "3.1") String indicator,
        @Schema(examples = "S1") String rule,
        Severity severity,
        String message,
        @Schema(examples = "5") BigDecimal left,
        Relation relation,
        @Schema(examples = "4") BigDecimal right,

        @Schema(description = "Of figures that came in a workbook: the sheet", examples = "统计表")
        String sheet,

        @Schema(description = "Of figures that came in a workbook: the cell", examples = "D14")
        String cell,

        @Schema(description = "Of figures that came in a CSV file: the line, from 1", examples = "14")
        Integer line) {

    public static List<FindingView> of(List<Finding> findings, Locale language) {
        return findings.stream()
                .map(finding -> new FindingView(
                        "/values/" + finding.indicator().replace("~", "~0").replace("/", "~1"),
                        finding.indicator(),
                        finding.rule(),
                        finding.severity(),
                        finding.message().in(language),
                        finding.left(),
                        finding.relation(),
                        finding.right(),
                        null,
                        null,
                        null))
                .toList();
    }

    /** The same, with the place in the file that the figure came in. */
    public FindingView at(Place place) {
        return new FindingView(
                pointer,
                indicator,
                rule,
                severity,
                message,
                left,
                relation,
                right,
                place.sheet(),
                place.cell(),
                place.line());
    }
}
