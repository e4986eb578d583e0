package gongkai.submission.collection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A change of a collection, with its author and reason. */
@Entity
@Immutable
@Table(name = "collection_change")
@IdClass(Change.Key.class)
class Change {

    record Key(String collection, long revision) implements Serializable {}

    @Id
    private String collection;

    @Id
    private long revision;

    private String what;
    private String reason;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    protected Change() {}

    Change(Collection changed, String what, String reason, String madeBy, Instant madeAt) {
        this.collection = changed.code();
        this.revision = changed.revision();
        this.what = what;
        this.reason = reason;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }

    long revision() {
        return revision;
    }

    String what() {
        return what;
    }

    String reason() {
        return reason;
    }

    String madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }
}
