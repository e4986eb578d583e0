package gongkai.publication.approval;

import gongkai.chassis.problem.ProblemException;
import gongkai.publication.report.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Something has changed since the draft was approved: nobody has approved what would go out now. */
final class ApprovalVoid extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient List<Changed> changes;

    ApprovalVoid(Approval approval, List<Changed> changes) {
        super(
                ApprovalProblem.APPROVAL_VOID,
                approval.approvedBy(),
                approval.approvedAt(),
                changes.size(),
                Enumeration.ofClauses(named(changes)));
        this.changes = List.copyOf(changes);
    }

    private static List<String> named(List<Changed> changes) {
        return changes.stream()
                .limit(Enumeration.MAX_NAMED)
                .map(change -> switch (change.what()) {
                    case FIGURE, FIGURE_OF_THE_YEAR_BEFORE, SUBMISSION ->
                        "%s %s → %s".formatted(change.at(), change.from(), change.to());
                    case TEXT, DECISION, OMISSION -> change.at();
                    case REVIEW, FINDING, FORM, TOTALS, EDITION ->
                        change.what().name().toLowerCase(Locale.ROOT);
                })
                .toList();
    }

    @Override
    protected Map<String, Object> members(Locale language) {
        return Map.of("changes", changes);
    }
}
