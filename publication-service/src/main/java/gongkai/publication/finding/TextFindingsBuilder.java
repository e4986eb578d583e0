package gongkai.publication.finding;

import gongkai.publication.finding.TextFindings.ContradictionStatus;
import gongkai.publication.finding.TextFindings.DecisionView;
import gongkai.publication.finding.TextFindings.NumberStatus;
import gongkai.publication.finding.TextFindings.Status;
import gongkai.publication.narrative.FilledText;
import gongkai.publication.narrative.FilledText.Filled;
import gongkai.publication.narrative.Section;
import gongkai.publication.report.YearFigures;
import gongkai.publication.textcheck.Contradiction;
import gongkai.publication.textcheck.Place;
import gongkai.publication.textcheck.TextCheck;
import gongkai.publication.textcheck.TextCheck.CheckedNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Settles one thing after another: decisions first, for they settle contradictions, and these keep numbers open. */
final class TextFindingsBuilder {

    private final TextCheck check;
    private final List<FilledText> filled;
    private final Cells cells;
    private final Map<String, Decision> decisions;
    private final Map<Place, CheckedNumber> numbers;

    TextFindingsBuilder(
            TextCheck check, List<FilledText> filled, YearFigures figures, Map<String, Decision> decisions) {
        this.check = check;
        this.filled = filled;
        this.cells = new Cells(figures);
        this.decisions = decisions;
        this.numbers = check.numbers().stream()
                .collect(Collectors.toMap(CheckedNumber::place, number -> number, (one, same) -> one));
    }

    TextFindings settle(List<Section> sections) {
        List<ContradictionStatus> contradictions =
                check.findings().stream().map(this::settle).toList();
        Set<Place> disputed = new HashSet<>();
        Set<Place> settled = new HashSet<>();
        for (ContradictionStatus contradiction : contradictions) {
            (contradiction.settled() ? settled : disputed)
                    .addAll(contradiction.contradiction().numbers());
        }
        List<NumberStatus> entries = check.numbers().stream()
                .map(number -> entry(number, disputed.contains(number.place()), settled.contains(number.place())))
                .toList();
        var decided = new ArrayList<String>();
        entries.stream().filter(entry -> entry.decision() != null).forEach(entry -> decided.add(entry.id()));
        contradictions.stream()
                .filter(contradiction -> contradiction.decision() != null)
                .forEach(contradiction ->
                        decided.add(contradiction.contradiction().id()));
        return new TextFindings(
                sections,
                filled.stream().flatMap(text -> text.blanks().stream()).toList(),
                entries,
                contradictions,
                List.copyOf(decided),
                cells);
    }

    private ContradictionStatus settle(Contradiction contradiction) {
        Optional<Decision> decision = Optional.ofNullable(decisions.get(contradiction.id()))
                .filter(known -> cells.hold(known.ruling(), contradiction.claimed()));
        boolean byItsNumbers = !contradiction.numbers().isEmpty()
                && contradiction.numbers().stream()
                        .map(numbers::get)
                        .allMatch(number -> number != null && decided(number).isPresent());
        return new ContradictionStatus(
                decision.isPresent() || byItsNumbers,
                contradiction,
                decision.map(DecisionView::of).orElse(null));
    }

    private NumberStatus entry(CheckedNumber number, boolean disputed, boolean settled) {
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
        return new NumberStatus(
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

    private Optional<Decision> decided(CheckedNumber number) {
        return Optional.ofNullable(decisions.get(number.id()))
                .filter(decision -> cells.hold(decision.ruling(), number.value()));
    }
}
