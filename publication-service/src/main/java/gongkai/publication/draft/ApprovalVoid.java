package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Something has changed since the draft was approved: nobody has approved what would go out now. */
final class ApprovalVoid extends Refusal {

    private static final long serialVersionUID = 1L;

    /** As many as one reads in a sentence; the problem lists them all. */
    private static final int NAMED = 5;

    private final transient List<Changed> changes;

    ApprovalVoid(Approval approval, List<Changed> changes) {
        super(
                Reason.CONFLICT,
                "approval-void",
                new Text("批准后内容有变，批准失效", "Changed since it was approved"),
                new Text(
                        "%s 于 %s 批准后有 %d 处变化：%s。请查看草稿，重新批准。"
                                .formatted(
                                        approval.approvedBy(),
                                        approval.approvedAt(),
                                        changes.size(),
                                        named(changes, "；")),
                        "%d changes since %s approved it at %s: %s. Look at the draft, and have it approved again."
                                .formatted(
                                        changes.size(),
                                        approval.approvedBy(),
                                        approval.approvedAt(),
                                        named(changes, "; "))));
        this.changes = List.copyOf(changes);
    }

    private static String named(List<Changed> changes, String separator) {
        return changes.stream()
                .limit(NAMED)
                .map(change -> switch (change.what()) {
                    case FIGURE, FIGURE_OF_THE_YEAR_BEFORE, SUBMISSION ->
                        "%s %s → %s".formatted(change.at(), change.from(), change.to());
                    case TEXT, DECISION, OMISSION -> change.at();
                    case REVIEW, FINDING, FORM, TOTALS, EDITION ->
                        change.what().name().toLowerCase(Locale.ROOT);
                })
                .collect(Collectors.joining(separator));
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("changes", changes);
    }
}
