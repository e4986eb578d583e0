package gongkai.submission.csv;

import gongkai.submission.form.Rule;
import java.util.List;
import java.util.Set;

/**
 * The rows and columns of a CSV file. A row has an indicator's code and figure; a row whose code begins with # says something about the file as a
 * whole, so that a clerk who has nothing but a spreadsheet can say all that JSON can.
 */
final class Columns {

    static final String CODE = "code";
    static final String FIGURE = "figure";
    static final List<String> ALL = List.of(CODE, "label", "measure", FIGURE);

    static final String COLLECTION = "#collection";
    static final String UNIT = "#unit";
    static final String FORM = "#form";
    static final String REVISION = "#revision";
    static final String SUBMITTED_BY = "#submittedBy";
    static final String REMARKS = "#remarks";
    static final String EXPLANATION = "#explanation:";

    static final Set<String> ABOUT_THE_FILE = Set.of(COLLECTION, UNIT, FORM, REVISION, SUBMITTED_BY, REMARKS);

    private Columns() {}

    static String explanation(Rule rule) {
        return EXPLANATION + rule.code();
    }
}
