package gongkai.submission.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.chassis.i18n.LocalizedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form (统计表): its tables for layout, every cell that takes a figure, and the rules between them.
 *
 * @param authority the document that prescribes it
 * @param indicators in the order of the form
 */
public record Form(
        String code,
        LocalizedText title,
        String authority,
        Years years,
        List<Table> tables,
        List<Indicator> indicators,
        List<Rule> rules) {

    /** The form with a bureau's own rows behind its tables. */
    public Form with(List<LocalRow> own) {
        if (own.isEmpty()) {
            return this;
        }
        return new Form(
                code,
                title,
                authority,
                years,
                Stream.concat(tables.stream(), Stream.of(LocalRow.table(own))).toList(),
                Stream.concat(indicators.stream(), own.stream().map(LocalRow::indicator))
                        .toList(),
                rules);
    }

    /** The years a form was in force; {@code last} is null for one that still is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Years(int first, Integer last) {}
}
