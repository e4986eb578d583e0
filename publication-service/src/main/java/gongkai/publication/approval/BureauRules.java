package gongkai.publication.approval;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** How a bureau wants its reports to be published. */
@Entity
class BureauRules {

    @Id
    private String bureau;

    private boolean fourEyes;

    private String changedBy;

    private Instant changedAt;

    /** For Hibernate. */
    protected BureauRules() {}

    BureauRules(String bureau) {
        this.bureau = bureau;
    }

    void require(boolean differentPeople, String by, Instant now) {
        fourEyes = differentPeople;
        changedBy = by;
        changedAt = now;
    }

    String bureau() {
        return bureau;
    }

    /** 四眼: who writes, who reviews and who approves are different people. */
    boolean fourEyes() {
        return fourEyes;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
