package gongkai.publication.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.publication.language.Text;
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
        Text label,
        Place place,
        @Schema(examples = "通过政务微博发布信息54条。") String sentence,
        @Schema(examples = "54") BigDecimal claimed,
        @Schema(examples = "0") BigDecimal figure,
        List<Place> numbers,
        Text explanation,
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

    static Contradiction of(
            Kind kind,
            String indicator,
            Text label,
            Place place,
            String sentence,
            BigDecimal claimed,
            BigDecimal figure,
            List<Place> numbers,
            Text explanation,
            List<PossibleScope> possibleScopes) {
        return new Contradiction(
                Fingerprint.of("finding", kind.name(), String.valueOf(indicator), sentence),
                kind,
                indicator,
                label,
                place,
                sentence,
                claimed,
                figure,
                numbers,
                explanation,
                possibleScopes);
    }

    static final Comparator<Contradiction> IN_THE_ORDER_OF_THE_TEXT = Comparator.<Contradiction>comparingInt(
                    contradiction -> contradiction.place.section())
            .thenComparingInt(contradiction -> contradiction.place.start())
            .thenComparing(Contradiction::kind)
            .thenComparing(contradiction -> contradiction.indicator == null ? "" : contradiction.indicator);
}
