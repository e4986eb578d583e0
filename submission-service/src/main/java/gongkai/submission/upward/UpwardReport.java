package gongkai.submission.upward;

import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The result of reporting a collection's totals to the collection above: filed there, or rejected with a reason. */
@Entity
@Table(name = "upward_report")
class UpwardReport {

    @Id
    private String collection;

    @Column(name = "totals_revision")
    private long totalsRevision;

    /** The totals as JSON, for a retry. */
    private String totals;

    @Column(name = "filed_as")
    private Long filedAs;

    private String problem;

    @Column(name = "problem_zh")
    private String problemZh;

    @Column(name = "problem_en")
    private String problemEn;

    @Column(name = "made_at")
    private Instant madeAt;

    protected UpwardReport() {}

    UpwardReport(String collection) {
        this.collection = collection;
    }

    void replaceTotals(long revision, String json) {
        totalsRevision = revision;
        totals = json;
    }

    void filed(long as, Instant at) {
        filedAs = as;
        problem = null;
        problemZh = null;
        problemEn = null;
        madeAt = at;
    }

    /** An earlier filing stays as it is. */
    void rejected(ProblemException rejection, Instant at) {
        problem = rejection.type().code();
        problemZh = rejection.words().zh();
        problemEn = rejection.words().en();
        madeAt = at;
    }

    String collection() {
        return collection;
    }

    long totalsRevision() {
        return totalsRevision;
    }

    String totals() {
        return totals;
    }

    /** The revision of the submission in the collection above; null if nothing was ever filed. */
    Long filedAs() {
        return filedAs;
    }

    boolean isRejected() {
        return problem != null;
    }

    /** For the audit log; empty before the first result. */
    Map<String, Object> summary() {
        var summary = new TreeMap<String, Object>();
        if (filedAs != null) {
            summary.put("filedAs", filedAs);
        }
        if (problem != null) {
            summary.put("problem", problem);
        }
        return summary;
    }

    /** The code of the problem, as in {@code /problems/…}; null for none. */
    String problem() {
        return problem;
    }

    LocalizedText words() {
        return new LocalizedText(problemZh, problemEn);
    }

    Instant madeAt() {
        return madeAt;
    }
}
