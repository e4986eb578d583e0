package gongkai.aggregation.total;

import gongkai.aggregation.rollup.Figures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Change", description = "One revision of the totals, and what it changed.")
record ChangeView(
        @Schema(examples = "xingqing-justice-2018") String collection,
        @Schema(examples = "9") long revision,

        @Schema(description = "The time of the latest announcement or submission that the totals rest on.")
        Instant asOf,

        @Schema(description = "None where only a draft, a deadline or the roster changed.")
        List<FigureChange> figures,

        @Schema(
                examples = "/v1/totals/xingqing-justice-2018?revision=9",
                description = "Where the whole of it is to be read.")
        String totals) {

    @Schema(name = "FigureChange")
    record FigureChange(
            @Schema(examples = "1.1") String code,

            @Schema(type = SchemaType.NUMBER, nullable = true, examples = "75")
            BigDecimal from,

            @Schema(type = SchemaType.NUMBER, nullable = true, examples = "77")
            BigDecimal to) {}

    static ChangeView between(Figures before, Totals totals) {
        Figures now = totals.figures();
        return new ChangeView(
                totals.collection(),
                totals.revision(),
                totals.asOf(),
                Stream.concat(now.byCode().keySet().stream(), before.byCode().keySet().stream())
                        .distinct()
                        .filter(code -> !now.get(code).equals(before.get(code)))
                        .map(code -> new FigureChange(
                                code,
                                before.get(code).orElse(null),
                                now.get(code).orElse(null)))
                        .toList(),
                "/v1/totals/%s?revision=%d".formatted(totals.collection(), totals.revision()));
    }
}
