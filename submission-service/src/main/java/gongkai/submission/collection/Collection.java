package gongkai.submission.collection;

import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.chassis.audit.AuditedChange;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.json.Sha256;
import gongkai.chassis.problem.ProblemException;
import gongkai.submission.form.LocalRow;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A collection (报送任务): one bureau, one period, one form, a roster of units, a deadline. */
@Entity
public class Collection {

    /**
     * Whether units can report.
     *
     * <pre>
     *   OPEN ── close ──▶ CLOSED
     *     ▲                 │
     *     └──── reopen ─────┘
     * </pre>
     */
    @Schema(name = "CollectionState")
    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED
    }

    @Id
    private String code;

    private long revision;

    @Enumerated(EnumType.STRING)
    private State state;

    private String bureau;

    @Column(name = "bureau_name")
    private String bureauName;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_to")
    private LocalDate periodTo;

    private String form;

    @Column(name = "compiled_by")
    private String compiledBy;

    private Instant deadline;

    private ReportsTo reportsTo;

    /** The person who closed it; null while it is open. */
    @Column(name = "closed_by")
    private String closedBy;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "collection")
    private List<RosterPlace> roster = new ArrayList<>();

    /** The same from first to last, so that Hibernate need not keep a copy to compare with. */
    @Immutable
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "local_rows")
    private List<LocalRow> localRows;

    protected Collection() {}

    /** Opens a collection: from now on its units can report. */
    Collection(
            String code,
            Bureau bureau,
            Period period,
            String form,
            String compiledBy,
            Instant deadline,
            List<Unit> units,
            List<LocalRow> localRows) {
        this.code = code;
        this.revision = 1;
        this.state = State.OPEN;
        this.bureau = bureau.code();
        this.bureauName = bureau.name();
        this.periodFrom = period.from();
        this.periodTo = period.to();
        this.form = form;
        this.compiledBy = compiledBy;
        this.deadline = deadline;
        this.localRows = localRows;
        for (int position = 0; position < units.size(); position++) {
            roster.add(new RosterPlace(code, units.get(position), position));
        }
    }

    /** Closes the collection: it accepts what was submitted, and takes no more. */
    void close(String by) {
        become(State.CLOSED);
        closedBy = by;
    }

    void reopen() {
        become(State.OPEN);
        closedBy = null;
    }

    /** Its totals are reported to this collection from now on. */
    void reportTo(ReportsTo above) {
        reportsTo = above;
        revision++;
    }

    void stopReporting() {
        reportTo(null);
    }

    void extend(Instant newDeadline) {
        deadline = newDeadline;
        revision++;
    }

    /** Replaces the roster. A unit that is no longer on it leaves; its revisions stay. */
    void ask(List<Unit> units) {
        Map<String, RosterPlace> places =
                roster.stream().collect(Collectors.toMap(place -> place.unit().code(), Function.identity()));
        roster.forEach(RosterPlace::leave);
        for (int position = 0; position < units.size(); position++) {
            Unit unit = units.get(position);
            if (places.containsKey(unit.code())) {
                places.get(unit.code()).take(unit, position);
            } else {
                roster.add(new RosterPlace(code, unit, position));
            }
        }
        revision++;
    }

    /** The bureau has stated a figure, or stated it no longer. */
    void restate() {
        revision++;
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }

    private void become(State wanted) {
        if (state != wanted) {
            state = wanted;
            revision++;
        }
    }

    /** @throws ProblemException {@link CollectionProblem#COLLECTION_CLOSED} where units can report no more */
    public void mustBeOpen() {
        if (state != State.OPEN) {
            throw new ProblemException(CollectionProblem.COLLECTION_CLOSED, code, bureauName);
        }
    }

    public boolean isLate(Instant when) {
        return when.isAfter(deadline);
    }

    boolean asks(
            Bureau aBureau,
            Period period,
            String aForm,
            String compiler,
            Instant aDeadline,
            List<Unit> units,
            List<LocalRow> rows) {
        return bureau().equals(aBureau)
                && period().equals(period)
                && form.equals(aForm)
                && compiledBy.equals(compiler)
                && deadline.equals(aDeadline)
                && units().equals(units)
                && localRows.equals(rows);
    }

    public String code() {
        return code;
    }

    public long revision() {
        return revision;
    }

    State state() {
        return state;
    }

    /** The present state, for the audit log. */
    Map<String, Object> summary() {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("revision", revision);
        summary.put("state", state.name().toLowerCase(Locale.ROOT));
        summary.put("deadline", deadline.toString());
        summary.put("units", units().size());
        summary.put("roster", Sha256.ofJson(units()));
        reportsTo().ifPresent(above -> summary.put("reportsTo", above.collection() + "/" + above.unit()));
        return summary;
    }

    /** The opening of the collection, for the audit log. */
    AuditedChange opened() {
        return audited(null, null);
    }

    /** A change of the collection that needs no reason, for the audit log. */
    AuditedChange audited(String by, Map<String, Object> before) {
        return audited(by, before, null);
    }

    /** A change of the collection, for the audit log. */
    AuditedChange audited(String by, Map<String, Object> before, String reason) {
        return new AuditedChange(bureau, null, "/v1/collections/" + code, by, before, summary(), reason);
    }

    /** Its present state in words, for an editor who saw another. */
    LocalizedText standing() {
        return state == State.OPEN
                ? new LocalizedText("报送任务开放中", "the collection is open")
                : new LocalizedText("报送任务已关闭", "the collection is closed");
    }

    public Bureau bureau() {
        return new Bureau(bureau, bureauName);
    }

    public Period period() {
        return new Period(periodFrom, periodTo);
    }

    public String form() {
        return form;
    }

    /** The rows that the bureau added to the form for its own use. */
    public List<LocalRow> localRows() {
        return localRows;
    }

    public Optional<ReportsTo> reportsTo() {
        return Optional.ofNullable(reportsTo);
    }

    /** The person who closed it and answers for its totals; null while it is open. */
    public String closedBy() {
        return closedBy;
    }

    String compiledBy() {
        return compiledBy;
    }

    Instant deadline() {
        return deadline;
    }

    List<Unit> units() {
        return roster.stream()
                .filter(RosterPlace::isOnRoster)
                .sorted(Comparator.comparingInt(RosterPlace::position))
                .map(RosterPlace::unit)
                .toList();
    }
}
