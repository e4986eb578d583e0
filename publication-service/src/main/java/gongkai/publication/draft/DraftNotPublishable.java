package gongkai.publication.draft;

import gongkai.chassis.problem.ProblemException;
import java.util.Locale;
import java.util.Map;

/** An obstacle stands between the draft and its publication. */
final class DraftNotPublishable extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient PublicationObstacle obstacle;

    DraftNotPublishable(PublicationObstacle obstacle) {
        super(obstacle.type(), obstacle.words().toArray());
        this.obstacle = obstacle;
    }

    @Override
    protected Map<String, Object> members(Locale language) {
        return obstacle.members();
    }
}
