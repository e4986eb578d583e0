package gongkai.publication.draft;

import gongkai.chassis.problem.ProblemException;
import java.util.Locale;
import java.util.Map;

/** The approver names a draft that has changed since. */
final class DraftHasChanged extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final String hash;

    DraftHasChanged(String hash) {
        super(DraftProblem.DRAFT_HAS_CHANGED);
        this.hash = hash;
    }

    @Override
    protected Map<String, Object> members(Locale language) {
        return Map.of("hash", hash);
    }
}
