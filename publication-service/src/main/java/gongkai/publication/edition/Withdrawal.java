package gongkai.publication.edition;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An edition is not to be read any more. That there was one, and why it went, stays to be seen. */
@Entity
@Immutable
@IdClass(Edition.Key.class)
public class Withdrawal {

    @Id
    private String report;

    @Id
    private int number;

    private String reason;

    private String withdrawnBy;

    private Instant withdrawnAt;

    /** For Hibernate. */
    protected Withdrawal() {}

    Withdrawal(Edition edition, String reason, String by, Instant now) {
        this.report = edition.report();
        this.number = edition.number();
        this.reason = reason;
        this.withdrawnBy = by;
        this.withdrawnAt = now;
    }

    String report() {
        return report;
    }

    int number() {
        return number;
    }

    public String reason() {
        return reason;
    }

    String withdrawnBy() {
        return withdrawnBy;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }
}
