package gongkai.publication.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.publication.language.Text;
import gongkai.publication.report.Form.Indicator;
import gongkai.publication.report.Totals;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One figure of a report, with the words that say what it counts and its place on the form.
 *
 * @param measure 条 件 次 篇 个 人 人次 万元
 * @param value null in a draft, while nobody has reported it
 * @param parent the row above it in the form's outline, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "One figure, with what it counts and its place on the form.",
        requiredProperties = {"code", "label", "measure", "table", "row", "column"})
record Figure(
        String code,
        Text label,
        String measure,
        BigDecimal value,
        String parent,
        String table,
        String row,
        String column) {

    /** In the order of the form. */
    static List<Figure> of(Totals totals) {
        return totals.form().indicators().stream()
                .map(indicator -> of(indicator, totals.values().get(indicator.code())))
                .toList();
    }

    private static Figure of(Indicator indicator, BigDecimal value) {
        return new Figure(
                indicator.code(),
                indicator.label(),
                indicator.measure(),
                value,
                indicator.parent(),
                indicator.table(),
                indicator.row(),
                indicator.column());
    }

    /** In the same order, without those that nobody has reported. */
    static Map<String, BigDecimal> values(List<Figure> figures) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (Figure figure : figures) {
            if (figure.value != null) {
                values.put(figure.code, figure.value);
            }
        }
        return values;
    }
}
