package gongkai.submission.form;

/**
 * A place in a file; null for parts that a file of its kind does not have.
 *
 * @param cell as a spreadsheet names it: {@code D14}
 * @param line counts from 1, as an editor does
 */
public record Place(String sheet, String cell, Integer line) {

    public static final Place UNKNOWN = new Place(null, null, null);

    public static Place cell(String sheet, String cell) {
        return new Place(sheet, cell, null);
    }

    public static Place line(int line) {
        return new Place(null, null, line);
    }
}
