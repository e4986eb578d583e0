package gongkai.publication.textcheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.textcheck.Claim.Counted;
import gongkai.publication.textcheck.Claim.Denied;
import gongkai.publication.textcheck.FormWords.Bound;
import gongkai.publication.textcheck.FormWords.Indicator;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sentence that says something else than the table, or than itself.
 *
 * @param indicator whose figure is contradicted; null where a list in the text does not add up
 * @param claimed what the text says
 * @param figure what the table says; of a list, what its parts add up to
 * @param numbers where the text says it, as it is written there; empty for a denial in words
 * @param possibleScopes cells of the report that give what the text says: perhaps it speaks of something narrower or wider
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A sentence that says something else than the table, or than itself.",
        requiredProperties = {
            "id",
            "kind",
            "place",
            "sentence",
            "claimed",
            "figure",
            "numbers",
            "explanation",
            "possibleScopes"
        })
public record Contradiction(
        @Schema(examples = "finding-60303ae22b998861", description = "Stays while its sentence does.")
        String id,

        Kind kind,
        @Schema(examples = "1.2.3") String indicator,
        LocalizedText label,
        Place place,
        @Schema(examples = "通过政务微博发布信息54条。") String sentence,
        @Schema(examples = "54") BigDecimal claimed,
        @Schema(examples = "0") BigDecimal figure,
        List<Place> numbers,
        LocalizedText explanation,
        List<PossibleScope> possibleScopes) {

    /** In the order in which they stand where one sentence has several. */
    @Schema(name = "ContradictionKind")
    public enum Kind {
        /** Both count, and differ. */
        @JsonProperty("text-and-table-differ")
        TEXT_AND_TABLE_DIFFER,
        /** The text says there was none. */
        @JsonProperty("denied-but-counted")
        DENIED_BUT_COUNTED,
        /** The table says there was none. */
        @JsonProperty("counted-but-zero")
        COUNTED_BUT_ZERO,
        /** 共七件, but 六件 and 2件. */
        @JsonProperty("parts-do-not-add-up")
        PARTS_DO_NOT_ADD_UP,
        /** A part in the text is greater than the whole in the table. */
        @JsonProperty("bound-exceeded")
        BOUND_EXCEEDED
    }

    static final Comparator<Contradiction> IN_THE_ORDER_OF_THE_TEXT = Comparator.<Contradiction>comparingInt(
                    contradiction -> contradiction.place.section())
            .thenComparingInt(contradiction -> contradiction.place.start())
            .thenComparing(Contradiction::kind)
            .thenComparing(contradiction -> contradiction.indicator == null ? "" : contradiction.indicator);

    /** @param places of the list's numbers */
    static Contradiction ofList(PartsOfTotal list, List<Place> places) {
        String total = written(list.total().value());
        String sum = written(list.sum());
        return of(
                Kind.PARTS_DO_NOT_ADD_UP,
                null,
                list.sentence(),
                list.total().value(),
                list.sum(),
                places,
                new LocalizedText(
                        "文中总数为 %s，所列各项相加为 %s。".formatted(total, sum),
                        "The text says %s in all; what it lists adds up to %s.".formatted(total, sum)),
                List.of());
    }

    /**
     * @param claimed of one indicator
     * @param value what they come to
     */
    static Contradiction ofCounts(
            List<Counted> claimed, BigDecimal value, BigDecimal figure, List<PossibleScope> possibleScopes) {
        Indicator indicator = claimed.get(0).indicator();
        String sum = sum(claimed, value);
        return of(
                figure.signum() == 0 ? Kind.COUNTED_BUT_ZERO : Kind.TEXT_AND_TABLE_DIFFER,
                indicator,
                claimed.get(0).sentence(),
                value,
                figure,
                claimed.stream()
                        .map(claim -> Place.of(claim.sentence(), claim.number()))
                        .toList(),
                new LocalizedText(
                        "文中“%s”为 %s，统计表为 %s。".formatted(indicator.name().zh(), sum, written(figure)),
                        "“%s” is %s in the text and %s in the table."
                                .formatted(indicator.name().en(), sum, written(figure))),
                possibleScopes);
    }

    /** 286 + 1538 = 1824. */
    private static String sum(List<Counted> claimed, BigDecimal value) {
        List<String> values = claimed.stream()
                .map(Counted::value)
                .map(Contradiction::written)
                .distinct()
                .toList();
        return values.size() == 1 ? values.get(0) : String.join(" + ", values) + " = " + written(value);
    }

    static Contradiction ofDenial(Denied denied, BigDecimal figure) {
        Indicator indicator = denied.indicator();
        return of(
                Kind.DENIED_BUT_COUNTED,
                indicator,
                denied.sentence(),
                BigDecimal.ZERO,
                figure,
                denied.zero().map(zero -> Place.of(denied.sentence(), zero)).stream()
                        .toList(),
                new LocalizedText(
                        "文中说没有“%s”，统计表为 %s。".formatted(indicator.name().zh(), written(figure)),
                        "The text says there was no “%s”; the table has %s."
                                .formatted(indicator.name().en(), written(figure))),
                List.of());
    }

    /** @param part of which the text says more than the table says of the whole */
    static Contradiction ofBound(Bound bound, Indicator whole, BigDecimal figure, Counted part) {
        String said = written(part.value());
        return of(
                Kind.BOUND_EXCEEDED,
                whole,
                part.sentence(),
                part.value(),
                figure,
                List.of(Place.of(part.sentence(), part.number())),
                new LocalizedText(
                        "统计表中“%s”为 %s，但文中“%s”一项就有 %s：%s。"
                                .formatted(
                                        whole.name().zh(),
                                        written(figure),
                                        part.indicator().name().zh(),
                                        said,
                                        bound.text().zh()),
                        "“%s” is %s in the table, but in the text “%s” alone is %s. %s."
                                .formatted(
                                        whole.name().en(),
                                        written(figure),
                                        part.indicator().name().en(),
                                        said,
                                        bound.text().en())),
                List.of());
    }

    private static Contradiction of(
            Kind kind,
            Indicator indicator,
            Sentence sentence,
            BigDecimal claimed,
            BigDecimal figure,
            List<Place> numbers,
            LocalizedText explanation,
            List<PossibleScope> possibleScopes) {
        String code = indicator == null ? null : indicator.code();
        return new Contradiction(
                Fingerprint.of("finding", kind.name(), String.valueOf(code), sentence.text()),
                kind,
                code,
                indicator == null ? null : indicator.label(),
                Place.of(sentence),
                sentence.text(),
                claimed,
                figure,
                numbers,
                explanation,
                possibleScopes);
    }

    private static String written(BigDecimal value) {
        return Numeral.plain(value).toPlainString();
    }
}
