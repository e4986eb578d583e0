package gongkai.publication.textcheck;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A number as it stands in a text.
 *
 * @param start of its first character, in UTF-16 units as Java and JavaScript count them
 * @param end after its last character, the measure word not included
 * @param measureEnd after its measure word
 * @param value of a count or a percentage; null for a number that only names something, and for a quantity that is not definite
 * @param measure the measure word (条, 件, 人次 …); empty for none
 * @param about 300余, 近300: no exact figure is claimed
 */
public record WrittenNumber(
        int start, int end, int measureEnd, String text, Kind kind, BigDecimal value, String measure, boolean about) {

    /** The role of a number in a text. Only a count can contradict a table. */
    @Schema(name = "NumberKind")
    public enum Kind {
        @JsonProperty("count")
        COUNT,
        @JsonProperty("percentage")
        PERCENTAGE,
        @JsonProperty("year")
        YEAR,
        @JsonProperty("date")
        DATE,
        /** A time of day or a span of time: 8:30, 7个工作日. */
        @JsonProperty("time")
        TIME,
        /** A place in an order: （一）, 1., 第二. */
        @JsonProperty("ordinal")
        ORDINAL,
        /** The name of a document, an article, a session or an address: 〔2014〕32号, 第40号提案, 第十三条. */
        @JsonProperty("reference")
        REFERENCE,
        /** Telephone, fax, postcode, hotline, e-mail, web address. */
        @JsonProperty("contact")
        CONTACT
    }

    boolean isCount() {
        return kind == Kind.COUNT && value != null;
    }

    boolean isZero() {
        return isCount() && value.signum() == 0;
    }
}
