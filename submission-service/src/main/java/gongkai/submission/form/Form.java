package gongkai.submission.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.submission.language.Text;
import java.util.List;

/**
 * A form (统计表): its tables for layout, every cell that takes a figure, and the rules between them.
 *
 * @param authority the document that prescribes it
 * @param indicators in the order of the form
 */
public record Form(
        String code,
        Text title,
        String authority,
        Years years,
        List<Table> tables,
        List<Indicator> indicators,
        List<Rule> rules) {

    /** The years a form was in force; {@code last} is null for one that still is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Years(int first, Integer last) {}
}
