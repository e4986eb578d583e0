package gongkai.publication.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.report.Finding;
import gongkai.publication.report.Finding.Severity;
import gongkai.publication.report.Form.Rule;
import gongkai.publication.report.Totals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A finding with the words of its rule, for readers who do not have the form at hand. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Finding",
        description = "A rule of the form that the figures break (校核问题), with both sides of it.",
        requiredProperties = {"rule", "severity", "left", "relation", "right", "indicators"})
public record FindingView(
        String rule,
        LocalizedText text,
        Severity severity,
        BigDecimal left,
        @Schema(enumeration = {"=", "<=", ">="}) String relation,
        BigDecimal right,
        List<String> indicators) {

    public static List<FindingView> of(Totals totals) {
        return of(totals, totals.findings());
    }

    public static List<FindingView> of(Totals totals, List<Finding> findings) {
        Map<String, LocalizedText> texts = totals.form().rules().stream()
                .collect(Collectors.toMap(Rule::code, Rule::text, (first, again) -> first));
        return findings.stream()
                .map(finding -> new FindingView(
                        finding.rule(),
                        texts.get(finding.rule()),
                        finding.severity(),
                        finding.left(),
                        finding.relation(),
                        finding.right(),
                        finding.indicators()))
                .toList();
    }
}
