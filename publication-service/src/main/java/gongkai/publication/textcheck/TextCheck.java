package gongkai.publication.textcheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.publication.narrative.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Compares what the text of a report says with its table.
 *
 * <p>The same text and figures give the same result, in the order of the text. Nothing is guessed beyond the words of the form:
 * a number of which it is not clear what it counts stays open, and is for its author to explain.
 */
@Schema(
        description = "Every number of a text, and every sentence of it that contradicts the table.",
        requiredProperties = {"numbers", "findings", "statistics"})
public record TextCheck(List<CheckedNumber> numbers, List<Contradiction> findings, Statistics statistics) {

    /** The result for a number. */
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
    public record CheckedNumber(
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
            name = "TextCheckStatistics",
            requiredProperties = {"sentences", "numbers", "claims", "findings", "byStatus"})
    public record Statistics(int sentences, int numbers, int claims, int findings, Map<Status, Integer> byStatus) {}

    /** @param year the report's; null where it is not known */
    public static TextCheck of(FormWords words, Map<String, BigDecimal> figures, List<Section> sections, Integer year) {
        return new TextChecker(words, figures, year).check(sections);
    }
}
