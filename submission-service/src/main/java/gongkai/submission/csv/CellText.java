package gongkai.submission.csv;

/**
 * Words in a cell. A spreadsheet takes what begins with one of a few characters for a formula, and runs it; behind an apostrophe it
 * is but text. What goes out so guarded comes back as it was.
 */
final class CellText {

    private static final char GUARD = '\'';

    /** ASCII and full-width, as some spreadsheets take both; and the guard itself, so that it can be told from one of ours. */
    private static final String GUARDED = "=+-@＝＋－＠\t\r\n" + GUARD;

    private CellText() {}

    static String guarded(String words) {
        return isGuarded(words, 0) ? GUARD + words : words;
    }

    static String unguarded(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD && isGuarded(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean isGuarded(String words, int from) {
        return words.length() > from && GUARDED.indexOf(words.charAt(from)) >= 0;
    }
}
