package gongkai.submission.collection;

import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.submission.language.Text;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "collection")
    @OrderBy("position")
    private List<RosterPlace> roster = new ArrayList<>();

    protected Collection() {}

    /** Opens a collection: from now on its units can report. */
    Collection(
            String code,
            Bureau bureau,
            Period period,
            String form,
            String compiledBy,
            Instant deadline,
            List<Unit> units) {
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
        for (int position = 0; position < units.size(); position++) {
            roster.add(new RosterPlace(code, units.get(position), position));
        }
    }

    /**
     * Closes the collection: what was submitted stays, and nothing more is taken.
     *
     * @return whether it was open until now
     */
    boolean close() {
        return become(State.CLOSED);
    }

    /** @return whether it was closed until now */
    boolean reopen() {
        return become(State.OPEN);
    }

    private boolean become(State wanted) {
        if (state == wanted) {
            return false;
        }
        state = wanted;
        revision++;
        return true;
    }

    /** @throws CollectionClosed where units can report no more */
    public void mustBeOpen() {
        if (state != State.OPEN) {
            throw new CollectionClosed(code, bureauName);
        }
    }

    public boolean isLate(Instant when) {
        return when.isAfter(deadline);
    }

    boolean asks(Bureau aBureau, Period period, String aForm, String compiler, Instant aDeadline, List<Unit> units) {
        return bureau().equals(aBureau)
                && period().equals(period)
                && form.equals(aForm)
                && compiledBy.equals(compiler)
                && deadline.equals(aDeadline)
                && units().equals(units);
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

    /** Where it stands, for an editor who saw something else. */
    Text standing() {
        return state == State.OPEN
                ? new Text("报送任务开放中", "the collection is open")
                : new Text("报送任务已关闭", "the collection is closed");
    }

    Bureau bureau() {
        return new Bureau(bureau, bureauName);
    }

    Period period() {
        return new Period(periodFrom, periodTo);
    }

    public String form() {
        return form;
    }

    String compiledBy() {
        return compiledBy;
    }

    Instant deadline() {
        return deadline;
    }

    List<Unit> units() {
        return roster.stream().map(RosterPlace::unit).toList();
    }
}
