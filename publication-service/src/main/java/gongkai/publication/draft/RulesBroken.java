package gongkai.publication.draft;

import gongkai.publication.edition.FindingView;
import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The totals contradict their own form. */
final class RulesBroken extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<FindingView> findings;

    RulesBroken(List<FindingView> findings) {
        super(
                Reason.CONFLICT,
                "rules-broken",
                new Text("汇总数据不符合勾稽关系", "The totals break rules of the form"),
                new Text(
                        "不符合的勾稽关系：%s。请相关单位核对并重新报送。".formatted(rules(findings, "、")),
                        "Broken: %s. Have the units concerned check their figures and submit again."
                                .formatted(rules(findings, ", "))));
        this.findings = List.copyOf(findings);
    }

    private static String rules(List<FindingView> findings, String separator) {
        return findings.stream()
                .map(broken ->
                        "%s (%s %s %s)".formatted(broken.rule(), broken.left(), broken.relation(), broken.right()))
                .collect(Collectors.joining(separator));
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("findings", findings);
    }
}
