package gongkai.publication.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.report.Form.Indicator;
import gongkai.publication.report.Totals;
import gongkai.publication.report.YearFigures;
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
 * @param previous the year before's; null where there is none that can be compared
 * @param parent the row above it in the form's outline, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "One figure, with what it counts and its place on the form.",
        requiredProperties = {"code", "label", "measure", "coverage", "table", "row", "column"})
public record Figure(
        String code,
        LocalizedText label,
        String measure,
        BigDecimal value,

        @Schema(description = "The year before's; left out where there is none that can be compared.")
        BigDecimal previous,

        Coverage coverage,
        String parent,
        String table,
        String row,
        String column) {

    /** Of how many units a figure speaks: the three add up to the roster. */
    @Schema(description = "Of how many units the figure speaks; the three add up to the roster.")
    public record Coverage(
            @Schema(description = "Units whose figure is counted.")
            int counted,

            @Schema(description = "Units to which it does not apply, as they say (不适用).")
            int notApplicable,

            @Schema(description = "Units that have not submitted.")
            int missing) {

        static Coverage of(String indicator, Totals totals) {
            int missing = totals.unitsOutstanding().size();
            int notApplicable = (int) totals.units().stream()
                    .filter(unit -> unit.state() == Totals.Unit.State.SUBMITTED)
                    .filter(unit -> unit.notApplicable().contains(indicator))
                    .count();
            return new Coverage(totals.units().size() - missing - notApplicable, notApplicable, missing);
        }
    }

    /** In the order of the form. */
    public static List<Figure> of(Totals totals, YearFigures figures) {
        return totals.form().indicators().stream()
                .map(indicator -> of(indicator, totals, figures))
                .toList();
    }

    private static Figure of(Indicator indicator, Totals totals, YearFigures figures) {
        return new Figure(
                indicator.code(),
                indicator.label(),
                indicator.measure(),
                figures.now(indicator.code()).orElse(null),
                figures.yearBefore(indicator.code()).orElse(null),
                Coverage.of(indicator.code(), totals),
                indicator.parent(),
                indicator.table(),
                indicator.row(),
                indicator.column());
    }

    /** In the same order, without those that nobody has reported. */
    public static Map<String, BigDecimal> values(List<Figure> figures) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (Figure figure : figures) {
            if (figure.value != null) {
                values.put(figure.code, figure.value);
            }
        }
        return values;
    }
}
