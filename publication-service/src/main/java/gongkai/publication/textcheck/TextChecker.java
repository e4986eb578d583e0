package gongkai.publication.textcheck;

import gongkai.publication.narrative.Section;
import gongkai.publication.textcheck.Claim.Counted;
import gongkai.publication.textcheck.Claim.Denied;
import gongkai.publication.textcheck.Claim.Role;
import gongkai.publication.textcheck.FormWords.Bound;
import gongkai.publication.textcheck.FormWords.Indicator;
import gongkai.publication.textcheck.TextCheck.CheckedNumber;
import gongkai.publication.textcheck.TextCheck.Statistics;
import gongkai.publication.textcheck.TextCheck.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Collects verdicts and contradictions while a text is read. */
final class TextChecker {

    private record Verdict(Status status, String indicator) {}

    private final FormWords words;
    private final Map<String, BigDecimal> figures;
    private final ClaimFinder claims;
    private final PossibleScopes scopes;
    private final Map<Place, Verdict> verdicts = new HashMap<>();
    private final List<Contradiction> contradictions = new ArrayList<>();

    TextChecker(FormWords words, Map<String, BigDecimal> figures, Integer year) {
        this.words = words;
        this.figures = figures;
        this.claims = new ClaimFinder(words, year);
        this.scopes = new PossibleScopes(words, figures);
    }

    TextCheck check(List<Section> sections) {
        List<Sentence> sentences = IntStream.range(0, sections.size())
                .boxed()
                .flatMap(i -> Sentence.in(i, sections.get(i).text()).stream())
                .toList();
        List<Claim> made = sentences.stream()
                .flatMap(sentence -> claims.in(sentence).stream())
                .toList();
        sentences.stream().map(PartsOfTotal::in).flatMap(Optional::stream).forEach(this::judge);
        judgeCounts(made);
        judgeDenials(made);
        words.bounds().forEach(bound -> judge(bound, made));
        contradictions.sort(Contradiction.IN_THE_ORDER_OF_THE_TEXT);

        List<CheckedNumber> numbers = sentences.stream().flatMap(this::checked).toList();
        var byStatus = new EnumMap<Status, Integer>(Status.class);
        numbers.forEach(number -> byStatus.merge(number.status(), 1, Integer::sum));
        return new TextCheck(
                numbers,
                List.copyOf(contradictions),
                new Statistics(sentences.size(), numbers.size(), made.size(), contradictions.size(), byStatus));
    }

    private Stream<CheckedNumber> checked(Sentence sentence) {
        Status unclaimed = ClaimFinder.isOutsideTheTable(sentence) ? Status.OUTSIDE : Status.OPEN;
        return sentence.numbers().stream().map(number -> checked(sentence, number, unclaimed));
    }

    private CheckedNumber checked(Sentence sentence, WrittenNumber number, Status unclaimed) {
        Place place = Place.of(sentence, number);
        boolean counts = switch (number.kind()) {
            case COUNT, PERCENTAGE -> true;
            case YEAR, DATE, TIME, ORDINAL, REFERENCE, CONTACT -> false;
        };
        Status otherwise = counts ? unclaimed : Status.NOT_A_COUNT;
        Verdict verdict = verdicts.getOrDefault(place, new Verdict(otherwise, null));
        return new CheckedNumber(
                Fingerprint.of(
                        "number", sentence.text(), Integer.toString(number.start() - sentence.start()), number.text()),
                place,
                number.text(),
                number.kind(),
                number.value(),
                number.measure(),
                verdict.status,
                verdict.indicator,
                sentence.text());
    }

    private void judge(PartsOfTotal list) {
        var numbers = new ArrayList<>(list.parts());
        numbers.add(list.total());
        numbers.sort(Comparator.comparingInt(WrittenNumber::start));
        List<Place> places = numbers.stream()
                .map(number -> Place.of(list.sentence(), number))
                .toList();
        if (list.addsUp()) {
            places.forEach(place -> verdicts.put(place, new Verdict(Status.ADDING_UP, null)));
        } else if (list.isWrong()) {
            places.forEach(place -> verdicts.put(place, new Verdict(Status.CONTRADICTING, null)));
            contradictions.add(Contradiction.ofList(list, places));
        }
    }

    /** Compares the counts of one indicator within a section together: they may have to be added. */
    private void judgeCounts(List<Claim> made) {
        var together = new LinkedHashMap<String, List<Counted>>();
        for (Claim claim : made) {
            if (claim instanceof Counted counted) {
                String key =
                        claim.sentence().section() + " " + claim.indicator().code();
                together.computeIfAbsent(key, any -> new ArrayList<>()).add(counted);
            }
        }
        together.values().forEach(this::judge);
    }

    private void judge(List<Counted> together) {
        Indicator indicator = together.get(0).indicator();
        BigDecimal figure = figures.get(indicator.code());
        if (figure == null) {
            together.forEach(claim -> verdict(claim, Status.BOUND));
            return;
        }
        var items = new ArrayList<Counted>();
        for (Counted claim : together) {
            if (claim.agreesWith(figure)) {
                verdict(claim, Status.AGREEING);
            }
            if (claim.role() == Role.TOTAL && !claim.agreesWith(figure)) {
                contradict(List.of(claim), claim.value(), figure);
            }
            // 其中 after another number of the same indicator is in that number already.
            if (claim.role() == Role.ITEM || (claim.role() == Role.PART && claim.equals(together.get(0)))) {
                items.add(claim);
            }
        }
        // The same number again is the same claim again.
        Set<BigDecimal> values = new HashSet<>();
        BigDecimal sum =
                items.stream().map(Counted::value).filter(values::add).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (values.size() > 1 && sum.compareTo(figure) == 0) {
            items.forEach(claim -> verdict(claim, Status.AGREEING));
        } else if (!items.isEmpty() && together.stream().noneMatch(claim -> claim.agreesWith(figure))) {
            contradict(items, sum, figure);
        }
    }

    private void contradict(List<Counted> claimed, BigDecimal value, BigDecimal figure) {
        claimed.forEach(claim -> verdict(claim, Status.CONTRADICTING));
        Counted first = claimed.get(0);
        contradictions.add(Contradiction.ofCounts(
                claimed,
                value,
                figure,
                scopes.of(first.indicator(), value, first.sentence().said())));
    }

    private void judgeDenials(List<Claim> made) {
        var said = new HashSet<String>();
        for (Claim claim : made) {
            if (claim instanceof Denied denied) {
                BigDecimal figure = figures.get(claim.indicator().code());
                Status status =
                        figure == null ? Status.BOUND : figure.signum() == 0 ? Status.AGREEING : Status.CONTRADICTING;
                denied.zero().ifPresent(zero -> verdict(claim, zero, status));
                boolean news = said.add(
                        claim.sentence().section() + " " + claim.indicator().code());
                if (status == Status.CONTRADICTING && news) {
                    contradictions.add(Contradiction.ofDenial(denied, figure));
                }
            }
        }
    }

    /** The greatest single part in the text is what the whole in the table must at least be. */
    private void judge(Bound bound, List<Claim> made) {
        BigDecimal whole = figures.get(bound.whole());
        Optional<Counted> greatest = made.stream()
                .filter(Counted.class::isInstance)
                .map(Counted.class::cast)
                .filter(claim -> bound.parts().contains(claim.indicator().code()) && !claim.severalBearers())
                .reduce((one, other) -> other.value().compareTo(one.value()) > 0 ? other : one);
        if (whole != null && greatest.isPresent() && greatest.get().value().compareTo(whole) > 0) {
            contradictions.add(Contradiction.ofBound(bound, words.byCode().get(bound.whole()), whole, greatest.get()));
        }
    }

    private void verdict(Counted claim, Status status) {
        verdict(claim, claim.number(), status);
    }

    private void verdict(Claim claim, WrittenNumber number, Status status) {
        verdicts.put(
                Place.of(claim.sentence(), number),
                new Verdict(status, claim.indicator().code()));
    }
}
