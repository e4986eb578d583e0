package gongkai.publication.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.chassis.i18n.LocalizedText;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The form (统计表) a report is written on, as far as readers of the report need it.
 *
 * @param authority the document that prescribes it
 * @param tables how it is laid out on paper
 * @param indicators its figures, in the order of the form
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Form(
        String code,
        LocalizedText title,
        String authority,
        List<Table> tables,
        List<Indicator> indicators,
        List<Rule> rules) {

    public Form {
        Objects.requireNonNull(code, "a form has a code");
        Objects.requireNonNull(title, "a form has a title");
        tables = List.copyOf(tables);
        indicators = List.copyOf(indicators);
        rules = List.copyOf(rules);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"code", "title", "columns", "rows"})
    public record Table(String code, LocalizedText title, List<Column> columns, List<Row> rows) {

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** @param group words above this column and its neighbours of the same group; null for none */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(requiredProperties = {"code", "label"})
    public record Column(String code, LocalizedText label, LocalizedText group) {}

    /**
     * @param parent the row above it in the form's outline, if any
     * @param heading a row of words, without figures
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(requiredProperties = {"code", "label", "heading"})
    public record Row(String code, LocalizedText label, String parent, boolean heading) {}

    /**
     * One figure of a form (统计指标): a cell of one of its tables.
     *
     * @param parent the row above it in the form's outline, if any
     * @param measure 条 件 次 篇 个 人 人次 万元
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Indicator(
            String code, String table, String row, String column, LocalizedText label, String parent, String measure) {

        public Indicator {
            Objects.requireNonNull(code, "an indicator has a code");
            Objects.requireNonNull(label, "an indicator has a label");
        }
    }

    /** A relation between figures (勾稽关系), in words; aggregation-service has checked it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Rule(String code, LocalizedText text) {

        public Rule {
            Objects.requireNonNull(code, "a rule has a code");
            Objects.requireNonNull(text, "a rule says what must hold");
        }
    }
}
