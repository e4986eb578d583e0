package gongkai.submission.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.submission.form.FormReader.FormRefused;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormReaderTest {

    private static final String FORM = """
            {
              "code": "small", "authority": "none", "years": {"first": 2020},
              "title": {"zh": "表", "en": "Form"},
              "tables": [{
                "code": "t", "title": {"zh": "表", "en": "Table"},
                "columns": [{"code": "c1", "label": {"zh": "甲", "en": "A"}, "measure": "件", "rollUp": "sum"},
                            {"code": "c2", "label": {"zh": "乙", "en": "B"}, "measure": "件", "rollUp": "sum"}],
                "rows": [
                  {"code": "1", "label": {"zh": "一", "en": "One"}},
                  {"code": "1.1", "label": {"zh": "其中", "en": "Part"}, "parent": "1"}
                ]
              }],
              "rules": [
                {"code": "R1", "severity": "error", "text": {"zh": "甲", "en": "A"}, "left": ["1.c1"], "relation": "=", "right": ["1.1.c1"]},
                {"code": "R2", "severity": "error", "text": {"zh": "乙", "en": "B"}, "forEach": {"row": ["1", "1.1"]},
                 "left": ["{row}.c2"], "relation": "<=", "right": ["{row}.c1"]}
              ]
            }
            """;

    private final FormReader reader = new FormReader(Forms.class.getResourceAsStream("/forms/form.schema.json"));

    @Test
    void cells_of_a_table_are_indicators_and_one_rule_serves_many_rows() {
        Form form = read(FORM);

        assertThat(form.indicators()).extracting(Indicator::code).containsExactly("1.c1", "1.c2", "1.1.c1", "1.1.c2");
        assertThat(form.indicators().get(2).label().zh()).isEqualTo("其中 · 甲");
        assertThat(form.rules()).extracting(Rule::code).containsExactly("R1", "R2[1]", "R2[1.1]");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            "code": "1.1", "label"                | "code": "1", "label"              | :10: row 1 is there twice
            "code": "c2", "label"                 | "code": "c1", "label"             | :7: column c1 is there twice
            "code": "R2", "severity"              | "code": "R1", "severity"          | :15: rule R1 is there twice
            "parent": "1"                         | "parent": "9"                     | :10: there is no row 9 to be under
            "parent": "1"                         | "parent": "1.1"                   | :10: row 1.1 is under itself
            "right": ["1.1.c1"]                   | "right": ["1.9.c1"]               | :14: rule R1 names 1.9.c1, which the form does not have
            "right": ["{row}.c1"]                 | "right": ["{row}.c9"]             | :15: rule R2[1] names 1.c9, which the form does not have
            "right": ["1.1.c1"]                   | "right": ["1.c1"]                 | :14: rule R1 makes 1.c1 a part of itself
            "relation": "=", "right": ["1.1.c1"]  | "relation": "=", "right": [], "constant": -1   | :14: rule R1 can never hold
            "relation": "=", "right": ["1.1.c1"]  | "relation": "<=", "right": [], "constant": -1  | :14: rule R1 can never hold
            "left": ["1.c1"], "relation": "="     | "left": ["1.1.c1"], "relation": ">=", "constant": 1  | :14: rule R1 can never hold
            "measure": "件", "rollUp": "sum"},    | "rollUp": "sum"},                 | :9: row 1 says no measure or no rollUp
            "severity": "error"                   | "severity": "fatal"               | :14: /rules/0/severity
            "authority": "none",                  | "autority": "none",               | :1:
            "tables": [{                          | "tables": [{,                     | :4:
            """)
    void a_form_that_cannot_be_used_is_refused_with_file_line_and_reason(String right, String wrong, String refusal) {
        String broken = FORM.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));
        assertThat(broken).isNotEqualTo(FORM);

        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("small.json" + refusal);
    }

    @Test
    void a_circle_of_subtotals_is_refused() {
        String circle = FORM.replace("\"rules\": [", """
                "rules": [
                    {"code": "R0", "severity": "error", "text": {"zh": "圈", "en": "Circle"}, "left": ["1.1.c1"], "relation": "=", "right": ["1.c1"]},""");

        assertThatThrownBy(() -> read(circle)).hasMessageContaining("rule R1 makes 1.c1 a part of itself");
    }

    private Form read(String form) {
        return reader.read("small.json", new ByteArrayInputStream(form.getBytes(UTF_8)));
    }
}
