package gongkai.publication.edition;

import gongkai.chassis.problem.ProblemException;
import java.util.Locale;
import java.util.Map;

/** There was such an edition, and it is not to be read any more. */
public final class EditionWithdrawn extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient Withdrawal withdrawal;

    public EditionWithdrawn(Withdrawal withdrawal) {
        super(
                EditionProblem.EDITION_WITHDRAWN,
                withdrawal.report(),
                withdrawal.number(),
                withdrawal.withdrawnAt(),
                withdrawal.reason());
        this.withdrawal = withdrawal;
    }

    @Override
    protected Map<String, Object> members(Locale language) {
        return Map.of(
                "edition", withdrawal.number(),
                "reason", withdrawal.reason(),
                "withdrawnBy", withdrawal.withdrawnBy(),
                "withdrawnAt", withdrawal.withdrawnAt());
    }
}
