package gongkai.publication.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.publication.audit.Claim.Counted;
import gongkai.publication.audit.Claim.Denied;
import gongkai.publication.audit.Claim.Role;
import gongkai.publication.audit.Contradiction.Kind;
import gongkai.publication.audit.FormWords.Bound;
import gongkai.publication.audit.FormWords.Indicator;
import gongkai.publication.language.Text;
import gongkai.publication.narrative.Section;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Compares what the text of a report says with its table.
 *
 * <p>The same text and figures give the same audit, in the order of the text. Nothing is guessed beyond the words of the form:
 * a number of which it is not clear what it counts stays open, and is for its author to explain.
 */
@Schema(
        description = "Every number of a text, and every sentence of it that contradicts the table.",
        requiredProperties = {"numbers", "findings", "statistics"})
public record Audit(List<AuditedNumber> numbers, List<Contradiction> findings, Statistics statistics) {

    /** What came of a number. */
    @Schema(name = "NumberStatus")
    public enum Status {
        /** It says what the table says. */
        @JsonProperty("agreeing")
        AGREEING,
        /** It says something else than the table; a finding says what. */
        @JsonProperty("contradicting")
        CONTRADICTING,
        /** It speaks of an indicator whose figure was not given. */
        @JsonProperty("bound")
        BOUND,
        /** It is a part or the total of a list that adds up, of nothing the table counts. */
        @JsonProperty("adding-up")
        ADDING_UP,
        /** The sentence says that it is not in the table. */
        @JsonProperty("outside")
        OUTSIDE,
        /** It counts something, and we do not know what. */
        @JsonProperty("open")
        OPEN,
        /** It counts nothing: a year, a date, the name of a document. */
        @JsonProperty("not-a-count")
        NOT_A_COUNT
    }

    /**
     * @param value of a count or a percentage
     * @param indicator what it speaks of, if that is known
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(
            description = "A number as it stands in the text, and what came of it.",
            requiredProperties = {"id", "place", "text", "kind", "status", "sentence"})
    public record AuditedNumber(
            @Schema(examples = "number-9f86d081884c7d65", description = "Stays while its sentence does.")
            String id,

            Place place,
            @Schema(examples = "一千五百三十八") String text,
            WrittenNumber.Kind kind,
            @Schema(examples = "1538") BigDecimal value,
            @Schema(examples = "篇") String measure,
            Status status,
            @Schema(examples = "1.2.4") String indicator,

            @Schema(examples = "15个司法所公众号发布一千五百三十八篇。") String sentence) {}

    /** How much was read, and what came of it. */
    @Schema(
            name = "AuditStatistics",
            requiredProperties = {"sentences", "numbers", "claims", "findings", "byStatus"})
    public record Statistics(int sentences, int numbers, int claims, int findings, Map<Status, Integer> byStatus) {}

    /** @param year the report's; null where it is not known */
    public static Audit of(FormWords words, Map<String, BigDecimal> figures, List<Section> sections, Integer year) {
        return new Auditor(words, figures, year).audit(sections);
    }

    private record Verdict(Status status, String indicator) {}

    /** Collects verdicts and contradictions while the text is read. */
    private static final class Auditor {

        private final FormWords words;
        private final Map<String, BigDecimal> figures;
        private final Claims claims;
        private final PossibleScopes scopes;
        private final Map<Place, Verdict> verdicts = new HashMap<>();
        private final List<Contradiction> contradictions = new ArrayList<>();

        Auditor(FormWords words, Map<String, BigDecimal> figures, Integer year) {
            this.words = words;
            this.figures = figures;
            this.claims = new Claims(words, year);
            this.scopes = new PossibleScopes(words, figures);
        }

        Audit audit(List<Section> sections) {
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

            List<AuditedNumber> numbers =
                    sentences.stream().flatMap(this::audited).toList();
            var byStatus = new EnumMap<Status, Integer>(Status.class);
            numbers.forEach(number -> byStatus.merge(number.status, 1, Integer::sum));
            return new Audit(
                    numbers,
                    List.copyOf(contradictions),
                    new Statistics(sentences.size(), numbers.size(), made.size(), contradictions.size(), byStatus));
        }

        private Stream<AuditedNumber> audited(Sentence sentence) {
            Status unclaimed = Claims.isOutsideTheTable(sentence) ? Status.OUTSIDE : Status.OPEN;
            return sentence.numbers().stream().map(number -> audited(sentence, number, unclaimed));
        }

        private AuditedNumber audited(Sentence sentence, WrittenNumber number, Status unclaimed) {
            Place place = Place.of(sentence, number);
            boolean counts = switch (number.kind()) {
                case COUNT, PERCENTAGE -> true;
                case YEAR, DATE, TIME, ORDINAL, REFERENCE, CONTACT -> false;
            };
            Status otherwise = counts ? unclaimed : Status.NOT_A_COUNT;
            Verdict verdict = verdicts.getOrDefault(place, new Verdict(otherwise, null));
            return new AuditedNumber(
                    Fingerprint.of(
                            "number",
                            sentence.text(),
                            Integer.toString(number.start() - sentence.start()),
                            number.text()),
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
                contradictions.add(Contradiction.of(
                        Kind.PARTS_DO_NOT_ADD_UP,
                        null,
                        null,
                        Place.of(list.sentence()),
                        list.sentence().text(),
                        list.total().value(),
                        list.sum(),
                        places,
                        new Text(
                                "文中总数为 %s，所列各项相加为 %s。"
                                        .formatted(written(list.total().value()), written(list.sum())),
                                "The text says %s in all; what it lists adds up to %s."
                                        .formatted(written(list.total().value()), written(list.sum()))),
                        List.of()));
            }
        }

        /** What a section says of one indicator is judged together: its numbers may have to be added. */
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
            Indicator indicator = claimed.get(0).indicator();
            Sentence sentence = claimed.get(0).sentence();
            contradictions.add(Contradiction.of(
                    figure.signum() == 0 ? Kind.COUNTED_BUT_ZERO : Kind.TEXT_AND_TABLE_DIFFER,
                    indicator.code(),
                    indicator.label(),
                    Place.of(sentence),
                    sentence.text(),
                    value,
                    figure,
                    claimed.stream()
                            .map(claim -> Place.of(claim.sentence(), claim.number()))
                            .toList(),
                    new Text(
                            "文中“%s”为 %s，统计表为 %s。"
                                    .formatted(indicator.name().zh(), sum(claimed, value), written(figure)),
                            "“%s” is %s in the text and %s in the table."
                                    .formatted(indicator.name().en(), sum(claimed, value), written(figure))),
                    scopes.of(indicator, value, sentence.said())));
        }

        /** 286 + 1538 = 1824. */
        private static String sum(List<Counted> claimed, BigDecimal value) {
            List<String> values = claimed.stream()
                    .map(Counted::value)
                    .map(Auditor::written)
                    .distinct()
                    .toList();
            return values.size() == 1 ? values.get(0) : String.join(" + ", values) + " = " + written(value);
        }

        private void judgeDenials(List<Claim> made) {
            var said = new HashSet<String>();
            for (Claim claim : made) {
                if (claim instanceof Denied denied) {
                    BigDecimal figure = figures.get(claim.indicator().code());
                    Status status = figure == null
                            ? Status.BOUND
                            : figure.signum() == 0 ? Status.AGREEING : Status.CONTRADICTING;
                    denied.zero().ifPresent(zero -> verdict(claim, zero, status));
                    boolean news = said.add(
                            claim.sentence().section() + " " + claim.indicator().code());
                    if (status == Status.CONTRADICTING && news) {
                        contradict(denied, figure);
                    }
                }
            }
        }

        private void contradict(Denied denied, BigDecimal figure) {
            Indicator indicator = denied.indicator();
            Sentence sentence = denied.sentence();
            contradictions.add(Contradiction.of(
                    Kind.DENIED_BUT_COUNTED,
                    indicator.code(),
                    indicator.label(),
                    Place.of(sentence),
                    sentence.text(),
                    BigDecimal.ZERO,
                    figure,
                    denied.zero().map(zero -> Place.of(sentence, zero)).stream().toList(),
                    new Text(
                            "文中说没有“%s”，统计表为 %s。".formatted(indicator.name().zh(), written(figure)),
                            "The text says there was no “%s”; the table has %s."
                                    .formatted(indicator.name().en(), written(figure))),
                    List.of()));
        }

        /** The greatest single part in the text is what the whole in the table must at least be. */
        private void judge(Bound bound, List<Claim> made) {
            BigDecimal whole = figures.get(bound.whole());
            Optional<Counted> greatest = made.stream()
                    .filter(Counted.class::isInstance)
                    .map(Counted.class::cast)
                    .filter(claim -> bound.parts().contains(claim.indicator().code()) && !claim.severalBearers())
                    .reduce((one, other) -> other.value().compareTo(one.value()) > 0 ? other : one);
            if (whole == null || greatest.isEmpty() || greatest.get().value().compareTo(whole) <= 0) {
                return;
            }
            Indicator of = words.byCode().get(bound.whole());
            Counted part = greatest.get();
            contradictions.add(Contradiction.of(
                    Kind.BOUND_EXCEEDED,
                    of.code(),
                    of.label(),
                    Place.of(part.sentence()),
                    part.sentence().text(),
                    part.value(),
                    whole,
                    List.of(Place.of(part.sentence(), part.number())),
                    new Text(
                            "统计表中“%s”为 %s，但文中“%s”一项就有 %s：%s。"
                                    .formatted(
                                            of.name().zh(),
                                            written(whole),
                                            part.indicator().name().zh(),
                                            written(part.value()),
                                            bound.text().zh()),
                            "“%s” is %s in the table, but in the text “%s” alone is %s. %s."
                                    .formatted(
                                            of.name().en(),
                                            written(whole),
                                            part.indicator().name().en(),
                                            written(part.value()),
                                            bound.text().en())),
                    List.of()));
        }

        private void verdict(Counted claim, Status status) {
            verdict(claim, claim.number(), status);
        }

        private void verdict(Claim claim, WrittenNumber number, Status status) {
            verdicts.put(
                    Place.of(claim.sentence(), number),
                    new Verdict(status, claim.indicator().code()));
        }

        private static String written(BigDecimal value) {
            return Numeral.plain(value).toPlainString();
        }
    }
}
