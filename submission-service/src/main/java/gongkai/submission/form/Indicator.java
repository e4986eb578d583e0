package gongkai.submission.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.chassis.i18n.LocalizedText;

/**
 * One figure of a form (统计指标): a cell of one of its tables.
 *
 * @param code unique in the form, e.g. {@code 3.3.4.1}
 * @param parent the row above it in the form's outline, if any
 * @param measure 条 件 次 篇 个 人 人次 万元
 * @param scale how many decimals a figure may have: 0 for a count
 * @param signed whether a figure may be negative, as a change may
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Indicator(
        String code,
        String table,
        String row,
        String column,
        LocalizedText label,
        String parent,
        String measure,
        int scale,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean signed,
        RollUp rollUp,
        LocalizedText note) {}
