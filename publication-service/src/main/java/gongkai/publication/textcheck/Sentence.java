package gongkai.publication.textcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence of a section, with its clauses and the numbers in it.
 *
 * @param section which section it stands in, from 0
 * @param paragraph which line of that section's text it begins in, from 1
 * @param start of its first character in that text, in UTF-16 units
 * @param end after its last character
 * @param text as it stands there
 * @param numbers their places are those in the section's text
 */
record Sentence(
        int section,
        int paragraph,
        int start,
        int end,
        String text,
        List<WrittenNumber> numbers,
        List<Clause> clauses) {

    /**
     * The text between two commas, semicolons or colons.
     *
     * @param start in the section's text
     * @param goesOn whether it belongs to what stands before it: a comma and a colon join, a semicolon parts
     */
    record Clause(int start, int end, boolean goesOn) {}

    /** Text copied from a page is broken where the page was full. Such a line has no sign at its end; an outline begins anew. */
    private static final Pattern END = Pattern.compile("[。！？!?]+[”』」）)]{0,3}"
            + "|\\n\\s{0,20}+(?=[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、][^0-9])"
            + "|(?<=[；;：:）)”])[ \\t]{0,9}\\n"
            + "|\\n\\s{0,20}+(?=$)");

    /** A text without any sign is cut, so that nobody makes us compare everything with everything. */
    private static final int LONGEST = 1_000;

    private static final Pattern COMMA = Pattern.compile("[，；;：:]|,(?![0-9]{3})");

    /** In the order of the text; what is blank is none. */
    static List<Sentence> in(int section, String text) {
        List<WrittenNumber> numbers = NumberFinder.in(text);
        var sentences = new ArrayList<Sentence>();
        Matcher end = END.matcher(text);
        int start = 0;
        int paragraph = 1;
        int counted = 0;
        int number = 0;
        while (start < text.length()) {
            int ends = Math.min(end.find(start) ? end.end() : text.length(), start + LONGEST);
            int from = skipBlank(text, start, ends);
            var within = new ArrayList<WrittenNumber>();
            while (number < numbers.size() && numbers.get(number).start() < ends) {
                within.add(numbers.get(number++));
            }
            for (; counted < from; counted++) {
                paragraph += text.charAt(counted) == '\n' ? 1 : 0;
            }
            if (from < ends) {
                String said = text.substring(from, ends).stripTrailing();
                sentences.add(new Sentence(
                        section,
                        paragraph,
                        from,
                        from + said.length(),
                        said,
                        List.copyOf(within),
                        clauses(from, said)));
            }
            start = ends;
        }
        return sentences;
    }

    private static int skipBlank(String text, int start, int end) {
        int at = start;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static List<Clause> clauses(int offset, String sentence) {
        var clauses = new ArrayList<Clause>();
        Matcher comma = COMMA.matcher(sentence);
        int start = 0;
        boolean goesOn = false;
        while (comma.find()) {
            clauses.add(new Clause(offset + start, offset + comma.start(), goesOn));
            start = comma.end();
            goesOn = !comma.group().equals("；") && !comma.group().equals(";");
        }
        clauses.add(new Clause(offset + start, offset + sentence.length(), goesOn));
        return clauses;
    }

    /** The text between two places of the section, without blanks. */
    String between(int from, int to) {
        return from >= to
                ? ""
                : text.substring(from - start, Math.min(to, end) - start).replaceAll("\\s+", "");
    }

    String said() {
        return between(start, end);
    }

    /** The numbers of a clause that count something. */
    List<WrittenNumber> counts(Clause clause) {
        return numbers.stream()
                .filter(number -> number.isCount() && number.start() >= clause.start && number.end() <= clause.end)
                .toList();
    }
}
