package gongkai.submission.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.chassis.i18n.LocalizedText;
import java.util.List;

/** A table of a form as it is laid out on paper; its cells are the form's indicators. */
public record Table(String code, LocalizedText title, List<Column> columns, List<Row> rows) {

    /** @param group words above this column and its neighbours of the same group; null for none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(String code, LocalizedText label, LocalizedText group) {}

    /** @param heading a row of words, without figures */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(String code, LocalizedText label, String parent, boolean heading) {}
}
