package gongkai.publication.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.narrative.FilledText;
import gongkai.publication.narrative.Section;
import gongkai.publication.report.YearFigures;
import gongkai.publication.textcheck.Contradiction;
import gongkai.publication.textcheck.FormWords;
import gongkai.publication.textcheck.Place;
import gongkai.publication.textcheck.TextCheck;
import gongkai.publication.textcheck.WrittenNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a text stands to its table. Each number is a figure of the table, declared to be outside of it, or open; and each contradiction is
 * settled or open. Nothing is published while anything is open.
 *
 * @param sections the text as readers see it, with the figures that it refers to
 * @param blanks references whose figure is not there
 * @param decided the numbers and contradictions of which a decision holds
 */
public record TextFindings(
        List<Section> sections,
        List<String> blanks,
        List<NumberStatus> numbers,
        List<ContradictionStatus> contradictions,
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
            name = "Entry",
            description = "A number of the text, and how it stands to the table.",
            requiredProperties = {"id", "place", "text", "kind", "status", "sentence"})
    public record NumberStatus(
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
            name = "Dispute",
            description = "A contradiction, and whether it is settled.",
            requiredProperties = {"settled", "contradiction"})
    public record ContradictionStatus(boolean settled, Contradiction contradiction, DecisionView decision) {}

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
    public static TextFindings of(
            List<Section> written, YearFigures figures, int year, Map<String, Decision> decisions) {
        List<FilledText> filled = written.stream()
                .map(section -> FilledText.of(section.text(), figures))
                .toList();
        List<Section> sections = IntStream.range(0, written.size())
                .mapToObj(
                        i -> new Section(written.get(i).heading(), filled.get(i).text()))
                .toList();
        TextCheck check = TextCheck.of(FormWords.of(figures.form()), figures.values(), sections, year);
        return new TextFindingsBuilder(check, filled, figures, decisions).settle(sections);
    }

    public List<NumberStatus> openNumbers() {
        return numbers.stream().filter(NumberStatus::isOpen).toList();
    }

    public List<Contradiction> openContradictions() {
        return contradictions.stream()
                .filter(contradiction -> !contradiction.settled)
                .map(ContradictionStatus::contradiction)
                .toList();
    }

    /** @throws DecisionsUnfit where one is about nothing in this text, lacks what its kind needs, or is not what the figures say */
    public void mayBeDecided(Map<String, Decision.Ruling> rulings) {
        var values = new HashMap<String, Optional<BigDecimal>>();
        numbers.forEach(entry -> values.put(entry.id, Optional.ofNullable(entry.value)));
        contradictions.forEach(contradiction -> values.put(
                contradiction.contradiction.id(), Optional.ofNullable(contradiction.contradiction.claimed())));
        var unfit = new ArrayList<DecisionsUnfit.Unfit>();
        rulings.forEach((subject, ruling) -> {
            Optional<LocalizedText> wrong = values.containsKey(subject)
                    ? wrongWith(subject, ruling, values.get(subject))
                    : Optional.of(new LocalizedText("文字中没有这一处", "there is no such thing in the text"));
            wrong.ifPresent(message -> unfit.add(new DecisionsUnfit.Unfit(subject, message)));
        });
        if (!unfit.isEmpty()) {
            throw new DecisionsUnfit(unfit);
        }
    }

    private Optional<LocalizedText> wrongWith(String subject, Decision.Ruling ruling, Optional<BigDecimal> value) {
        boolean ofNumber = subject.startsWith("number-");
        return switch (ruling.kind()) {
            case OUTSIDE ->
                !ofNumber
                        ? Optional.of(new LocalizedText("只有数字可说明为表外", "only a number can be outside of the table"))
                        : reasonOf(ruling);
            case EXPLAINED ->
                ofNumber
                        ? Optional.of(
                                new LocalizedText("数字请说明为表外、指标或口径", "a number is outside, an indicator, or a scope"))
                        : reasonOf(ruling);
            case INDICATOR, SCOPE ->
                (ruling.kind() == Decision.Kind.INDICATOR && !ofNumber) || !cells.hold(ruling, value.orElse(null))
                        ? Optional.of(new LocalizedText("与统计表的数据不符", "the table's figures say something else"))
                        : Optional.empty();
        };
    }

    private static Optional<LocalizedText> reasonOf(Decision.Ruling ruling) {
        return ruling.reason() == null
                ? Optional.of(new LocalizedText("须说明理由", "it needs a reason"))
                : Optional.empty();
    }
}
