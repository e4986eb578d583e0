package gongkai.aggregation.analysis;

import gongkai.aggregation.TotalsProblem;
import gongkai.aggregation.collection.Bureau;
import gongkai.aggregation.collection.Period;
import gongkai.aggregation.rollup.Form;
import gongkai.aggregation.rollup.Indicator;
import gongkai.aggregation.total.Snapshot;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.problem.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Comparison", description = "Totals beside those of another period or bureau.")
record ComparisonView(
        Side totals,
        Side with,
        @Schema(description = "In the form's order.") List<Compared> figures) {

    @Schema(name = "ComparedTotals")
    record Side(
            @Schema(examples = "xingqing-justice-2018") String collection,
            @Schema(examples = "7") long revision,
            Bureau bureau,
            Period period) {

        static Side of(Snapshot snapshot) {
            return new Side(
                    snapshot.announcement().collection(),
                    snapshot.totals().revision(),
                    snapshot.announcement().bureau(),
                    snapshot.announcement().period());
        }
    }

    @Schema(name = "ComparedFigure", description = "Null where a figure is unstated.")
    record Compared(
            @Schema(examples = "1.1") String code,
            LocalizedText label,
            @Schema(examples = "条") String measure,

            @Schema(type = SchemaType.NUMBER, nullable = true, examples = "75")
            BigDecimal value,

            @Schema(type = SchemaType.NUMBER, nullable = true, examples = "60")
            BigDecimal with,

            @Schema(type = SchemaType.NUMBER, nullable = true, examples = "15", description = "value - with, exactly.")
            BigDecimal difference,

            @Schema(
                    type = SchemaType.NUMBER,
                    nullable = true,
                    examples = "0.2500",
                    description = "The difference as a share of with, rounded to four decimals. Null where that is 0.")
            BigDecimal change) {

        private static final int CHANGE_DECIMALS = 4;

        static Compared of(Indicator indicator, Optional<BigDecimal> value, Optional<BigDecimal> with) {
            Optional<BigDecimal> difference = value.flatMap(figure -> with.map(figure::subtract));
            return new Compared(
                    indicator.code(),
                    indicator.label(),
                    indicator.measure(),
                    value.orElse(null),
                    with.orElse(null),
                    difference.orElse(null),
                    difference
                            .filter(any -> with.orElseThrow().signum() != 0)
                            .map(some -> some.divide(with.orElseThrow(), CHANGE_DECIMALS, RoundingMode.HALF_UP))
                            .orElse(null));
        }
    }

    /** @throws ProblemException if the two have different forms */
    static ComparisonView of(Snapshot totals, Snapshot with) {
        Form form = totals.document().form();
        if (!form.code().equals(with.document().form().code())) {
            throw new ProblemException(
                    TotalsProblem.FORMS_DIFFER,
                    form.code(),
                    with.document().form().code());
        }
        return new ComparisonView(
                Side.of(totals),
                Side.of(with),
                form.indicators().stream()
                        .map(indicator -> Compared.of(
                                indicator,
                                totals.figures().get(indicator.code()),
                                with.figures().get(indicator.code())))
                        .toList());
    }
}
