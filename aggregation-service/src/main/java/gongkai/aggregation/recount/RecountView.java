package gongkai.aggregation.recount;

import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Form;
import gongkai.aggregation.rollup.Indicator;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Recount", description = "The running totals compared with the sum of all that counts.")
record RecountView(
        @Schema(examples = "xingqing-justice-2018") String collection,

        @Schema(examples = "7", description = "Of the totals.")
        long revision,

        @Schema(
                description =
                        "Always: where they are not, the answer is the problem totals-astray, which lists the differences.")
        boolean equal) {

    @Schema(name = "Difference")
    record Difference(
            @Schema(examples = "1.1") String code,
            @Schema(nullable = true, examples = "75") BigDecimal running,
            @Schema(nullable = true, examples = "74") BigDecimal recounted) {}

    static List<Difference> differences(Form form, Figures running, Figures recounted) {
        return form.indicators().stream()
                .map(Indicator::code)
                .filter(code -> !running.get(code).equals(recounted.get(code)))
                .map(code -> new Difference(
                        code,
                        running.get(code).orElse(null),
                        recounted.get(code).orElse(null)))
                .toList();
    }
}
