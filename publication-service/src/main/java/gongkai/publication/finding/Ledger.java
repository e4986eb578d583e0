package gongkai.publication.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.publication.audit.Audit;
import gongkai.publication.audit.Audit.AuditedNumber;
import gongkai.publication.audit.Contradiction;
import gongkai.publication.audit.FormWords;
import gongkai.publication.audit.Place;
import gongkai.publication.audit.WrittenNumber;
import gongkai.publication.language.Text;
import gongkai.publication.narrative.FilledText;
import gongkai.publication.narrative.FilledText.Filled;
import gongkai.publication.narrative.Section;
import gongkai.publication.report.YearFigures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The account of a text's numbers: each is a figure of the table, declared to be outside of it, or open; and each contradiction is
 * settled or open. Nothing is published while anything is open.
 *
 * @param sections the text as readers see it, with the figures that it refers to
 * @param blanks references whose figure is not there
 * @param decided the numbers and contradictions of which a decision holds
 */
public record Ledger(
        List<Section> sections,
        List<String> blanks,
        List<Entry> numbers,
        List<Dispute> contradictions,
        List<String> decided,
        Cells cells) {

    /** How a number stands to the table. */
    @Schema(name = "EntryStatus")
    public enum Status {
        /** It is the figure of an indicator. */
        @JsonProperty("bound")
        BOUND,
        /** It is none of the table's, or of other cells, and the text or its author says so. */
        @JsonProperty("declared")
        DECLARED,
        /** Nobody has said what it is, or it contradicts the table. */
        @JsonProperty("open")
        OPEN,
        /** It counts nothing: a year, a date, the name of a document. */
        @JsonProperty("not-a-count")
        NOT_A_COUNT
    }

    /**
     * A number of the text.
     *
     * @param reference what its author wrote where it comes from the table by itself
     * @param decision what was decided of it, and still holds
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            description = "A number of the text, and how it stands to the table.",
            requiredProperties = {"id", "place", "text", "kind", "status", "sentence"})
    public record Entry(
            String id,
            Place place,
            String text,
            WrittenNumber.Kind kind,
            BigDecimal value,
            Status status,
            @Schema(examples = "1.2.4") String indicator,
            @Schema(examples = "{{1.2.4}}") String reference,
            DecisionView decision,
            String sentence) {

        boolean isOpen() {
            return status == Status.OPEN;
        }
    }

    /** @param decision what was decided of it as a whole; its numbers may have been decided one by one instead */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            description = "A contradiction, and whether it is settled.",
            requiredProperties = {"settled", "contradiction"})
    public record Dispute(boolean settled, Contradiction contradiction, DecisionView decision) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Decision",
            requiredProperties = {"kind", "decidedBy", "decidedAt"})
    public record DecisionView(
            Decision.Kind kind,
            String indicator,
            List<String> scope,
            String reason,
            String decidedBy,
            Instant decidedAt) {

        static DecisionView of(Decision decision) {
            Decision.Ruling ruling = decision.ruling();
            return new DecisionView(
                    ruling.kind(),
                    ruling.indicator(),
                    ruling.scope(),
                    ruling.reason(),
                    decision.decidedBy(),
                    decision.decidedAt());
        }
    }

    /** @param decisions by what they are about */
    public static Ledger of(List<Section> written, YearFigures figures, int year, Map<String, Decision> decisions) {
        List<FilledText> filled = written.stream()
                .map(section -> FilledText.of(section.text(), figures))
                .toList();
        List<Section> sections = IntStream.range(0, written.size())
                .mapToObj(
                        i -> new Section(written.get(i).heading(), filled.get(i).text()))
                .toList();
        Audit audit = Audit.of(FormWords.of(figures.form()), figures.values(), sections, year);
        return new Account(audit, filled, figures, decisions).settle(sections);
    }

    public List<Entry> openNumbers() {
        return numbers.stream().filter(Entry::isOpen).toList();
    }

    public List<Contradiction> openContradictions() {
        return contradictions.stream()
                .filter(dispute -> !dispute.settled)
                .map(Dispute::contradiction)
                .toList();
    }

    /** @throws DecisionsUnfit where one is about nothing in this text, lacks what its kind needs, or is not what the figures say */
    public void mayBeDecided(Map<String, Decision.Ruling> rulings) {
        var values = new HashMap<String, Optional<BigDecimal>>();
        numbers.forEach(entry -> values.put(entry.id, Optional.ofNullable(entry.value)));
        contradictions.forEach(dispute ->
                values.put(dispute.contradiction.id(), Optional.ofNullable(dispute.contradiction.claimed())));
        var unfit = new ArrayList<DecisionsUnfit.Unfit>();
        rulings.forEach((subject, ruling) -> {
            Optional<Text> wrong = values.containsKey(subject)
                    ? wrongWith(subject, ruling, values.get(subject))
                    : Optional.of(new Text("文字中没有这一处", "there is no such thing in the text"));
            wrong.ifPresent(message -> unfit.add(new DecisionsUnfit.Unfit(subject, message)));
        });
        if (!unfit.isEmpty()) {
            throw new DecisionsUnfit(unfit);
        }
    }

    private Optional<Text> wrongWith(String subject, Decision.Ruling ruling, Optional<BigDecimal> value) {
        boolean ofNumber = subject.startsWith("number-");
        return switch (ruling.kind()) {
            case OUTSIDE ->
                !ofNumber
                        ? Optional.of(new Text("只有数字可说明为表外", "only a number can be outside of the table"))
                        : reasonOf(ruling);
            case EXPLAINED ->
                ofNumber
                        ? Optional.of(new Text("数字请说明为表外、指标或口径", "a number is outside, an indicator, or a scope"))
                        : reasonOf(ruling);
            case INDICATOR, SCOPE ->
                (ruling.kind() == Decision.Kind.INDICATOR && !ofNumber) || !cells.hold(ruling, value.orElse(null))
                        ? Optional.of(new Text("与统计表的数据不符", "the table's figures say something else"))
                        : Optional.empty();
        };
    }

    private static Optional<Text> reasonOf(Decision.Ruling ruling) {
        return ruling.reason() == null ? Optional.of(new Text("须说明理由", "it needs a reason")) : Optional.empty();
    }

    /** The figures that decisions are held against. */
    record Cells(YearFigures figures) {

        /** Figures move: what a number was decided to be must still be so. */
        boolean hold(Decision.Ruling ruling, BigDecimal value) {
            return switch (ruling.kind()) {
                case OUTSIDE, EXPLAINED -> true;
                case INDICATOR ->
                    ruling.indicator() != null
                            && figures.now(ruling.indicator())
                                    .filter(figure -> isEqual(figure, value))
                                    .isPresent();
                case SCOPE ->
                    ruling.scope() != null
                            && sum(ruling.scope())
                                    .filter(sum -> isEqual(sum, value))
                                    .isPresent();
            };
        }

        private Optional<BigDecimal> sum(List<String> scope) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String term : scope) {
                boolean subtracted = term.startsWith("-");
                Optional<BigDecimal> figure = figures.now(subtracted ? term.substring(1) : term);
                if (figure.isEmpty()) {
                    return Optional.empty();
                }
                sum = subtracted ? sum.subtract(figure.get()) : sum.add(figure.get());
            }
            return Optional.of(sum);
        }

        private static boolean isEqual(BigDecimal figure, BigDecimal value) {
            return value != null && figure.compareTo(value) == 0;
        }
    }

    /** Settles one thing after another: decisions first, for they settle contradictions, and these keep numbers open. */
    private static final class Account {

        private final Audit audit;
        private final List<FilledText> filled;
        private final Cells cells;
        private final Map<String, Decision> decisions;
        private final Map<Place, AuditedNumber> numbers;

        Account(Audit audit, List<FilledText> filled, YearFigures figures, Map<String, Decision> decisions) {
            this.audit = audit;
            this.filled = filled;
            this.cells = new Cells(figures);
            this.decisions = decisions;
            this.numbers = audit.numbers().stream()
                    .collect(Collectors.toMap(AuditedNumber::place, number -> number, (one, same) -> one));
        }

        Ledger settle(List<Section> sections) {
            List<Dispute> disputes = audit.findings().stream().map(this::settle).toList();
            Set<Place> disputed = new HashSet<>();
            Set<Place> settled = new HashSet<>();
            for (Dispute dispute : disputes) {
                (dispute.settled ? settled : disputed).addAll(dispute.contradiction.numbers());
            }
            List<Entry> entries = audit.numbers().stream()
                    .map(number -> entry(number, disputed.contains(number.place()), settled.contains(number.place())))
                    .toList();
            var decided = new ArrayList<String>();
            entries.stream().filter(entry -> entry.decision != null).forEach(entry -> decided.add(entry.id));
            disputes.stream()
                    .filter(dispute -> dispute.decision != null)
                    .forEach(dispute -> decided.add(dispute.contradiction.id()));
            return new Ledger(
                    sections,
                    filled.stream().flatMap(text -> text.blanks().stream()).toList(),
                    entries,
                    disputes,
                    List.copyOf(decided),
                    cells);
        }

        private Dispute settle(Contradiction contradiction) {
            Optional<Decision> decision = Optional.ofNullable(decisions.get(contradiction.id()))
                    .filter(known -> cells.hold(known.ruling(), contradiction.claimed()));
            boolean byItsNumbers = !contradiction.numbers().isEmpty()
                    && contradiction.numbers().stream()
                            .map(numbers::get)
                            .allMatch(
                                    number -> number != null && decided(number).isPresent());
            return new Dispute(
                    decision.isPresent() || byItsNumbers,
                    contradiction,
                    decision.map(DecisionView::of).orElse(null));
        }

        private Entry entry(AuditedNumber number, boolean disputed, boolean settled) {
            Optional<Decision> decision = decided(number);
            Optional<Filled> reference = filled.get(number.place().section()).filled().stream()
                    .filter(taken ->
                            taken.covers(number.place().start(), number.place().end()))
                    .findFirst();
            Status status = switch (number.status()) {
                case NOT_A_COUNT -> Status.NOT_A_COUNT;
                case OUTSIDE -> Status.DECLARED;
                case AGREEING -> Status.BOUND;
                // A list that adds up is right by itself, and yet nobody knows what of.
                case ADDING_UP, BOUND, OPEN -> reference.isPresent() ? Status.BOUND : Status.OPEN;
                case CONTRADICTING -> settled ? Status.DECLARED : Status.OPEN;
            };
            if (decision.isPresent()) {
                status = decision.get().ruling().kind() == Decision.Kind.INDICATOR ? Status.BOUND : Status.DECLARED;
            } else if (disputed) {
                status = Status.OPEN;
            }
            return new Entry(
                    number.id(),
                    number.place(),
                    number.text(),
                    number.kind(),
                    number.value(),
                    status,
                    decision.map(known -> known.ruling().indicator())
                            .or(() -> reference.map(Filled::indicator))
                            .orElse(number.indicator()),
                    reference.map(Filled::reference).orElse(null),
                    decision.map(DecisionView::of).orElse(null),
                    number.sentence());
        }

        private Optional<Decision> decided(AuditedNumber number) {
            return Optional.ofNullable(decisions.get(number.id()))
                    .filter(decision -> cells.hold(decision.ruling(), number.value()));
        }
    }
}
