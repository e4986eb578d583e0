package gongkai.submission;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What has come of reporting a collection's totals to the collection above: filed there, or refused with a reason. */
@Entity
@Table(name = "upward_report")
class UpwardReport {

    @Id
    private String collection;

    @Column(name = "totals_revision")
    private long totalsRevision;

    /** The totals as they came, to be tried again. */
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

    /** These are the totals to be reported. */
    void take(long revision, String json) {
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

    /** What was filed before stays what it is. */
    void refused(ProblemException refusal, Instant at) {
        problem = refusal.name();
        problemZh = refusal.words().zh();
        problemEn = refusal.words().en();
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

    /** The revision that it is in the collection above; null where nothing was ever filed. */
    Long filedAs() {
        return filedAs;
    }

    boolean isRefused() {
        return problem != null;
    }

    /** As the audit trail keeps it: what has come of it, empty before anything has. */
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

    /** The kind of refusal, as in {@code /problems/…}; null where there is none. */
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
