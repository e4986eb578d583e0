package gongkai.aggregation.recount;

import gongkai.aggregation.TotalsProblem;
import gongkai.chassis.problem.ProblemException;
import java.util.List;
import java.util.Locale;

/** The running totals differ from the recount: a defect of this service. */
final class TotalsMismatch extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient List<RecountView.Difference> differences;

    TotalsMismatch(String collection, long revision, List<RecountView.Difference> differences) {
        super(TotalsProblem.TOTALS_ASTRAY, collection, revision, differences.size());
        this.differences = differences;
    }

    @Override
    public List<?> errors(Locale language) {
        return differences;
    }
}
