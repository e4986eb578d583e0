package gongkai.submission;

import gongkai.submission.Revisions.Asked;
import gongkai.submission.access.Scope;
import gongkai.submission.loss.Loss;
import gongkai.submission.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** Sends back to its unit what this database has lost of it. No event tells of that: others go on counting what was acknowledged. */
@ApplicationScoped
class LostSubmissions {

    private static final String REASON = "系统恢复备份后，第 %d 至 %d 版已不存在（曾确认收到）。请核对数据后重新报送。";

    private final Revisions revisions;
    private final Trail trail;
    private final Clock clock;

    LostSubmissions(Revisions revisions, Trail trail, Clock clock) {
        this.revisions = revisions;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void sendBack(@Observes Loss loss) {
        Asked asked = revisions.asked(loss.collection(), loss.unit(), Scope.EVERYTHING);
        String reason = REASON.formatted(loss.kept() + 1, loss.number());
        Revision made = asked.submission().goOnAbove(loss.number(), reason, Act.of("系统", clock.instant()));
        revisions.persist(made);
        trail.append(Deeds.of(asked.collection(), asked.submission(), made));
    }
}
