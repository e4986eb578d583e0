package gongkai.submission.form;

import gongkai.chassis.i18n.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * A row that a bureau adds to a form for its own use.
 *
 * @param code begins with the bureau's code and a dot, so that no form will ever have it: {@code xingqing-justice.visits}
 */
public record LocalRow(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]*\\.[a-z0-9][a-z0-9.-]{0,30}")
        String code,

        @NotNull @Valid LocalizedText label,
        @NotNull @Pattern(regexp = "[条件次篇个人项]|人次|万元") String measure,
        @Min(0) @Max(6) int scale,
        @NotNull RollUp rollUp) {

    private static final String TABLE = "local";

    private static final String COLUMN = "figure";

    static Table table(List<LocalRow> rows) {
        var column = new Table.Column(COLUMN, new LocalizedText("统计数", "Figure"), null);
        return new Table(
                TABLE,
                new LocalizedText("本机关补充指标", "The bureau's own indicators"),
                List.of(column),
                rows.stream()
                        .map(row -> new Table.Row(row.code, row.label, null, false))
                        .toList());
    }

    Indicator indicator() {
        return new Indicator(code, TABLE, code, COLUMN, label, null, measure, scale, false, rollUp, null);
    }
}
