package gongkai.publication.narrative;

import gongkai.publication.report.YearFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A section's text with the figures it refers to.
 *
 * @param text as readers see it
 * @param filled where figures have been filled in, in the order of the text
 * @param blanks the references for which there is no figure; they stand in the text as they were written
 */
public record FilledText(String text, List<Filled> filled, List<String> blanks) {

    /**
     * @param start in the text as readers see it, in UTF-16 units
     * @param end after its last character
     * @param reference as its author wrote it, braces included
     * @param indicator what it speaks of
     */
    public record Filled(int start, int end, String reference, String indicator) {

        public boolean covers(int from, int to) {
            return start <= from && to <= end;
        }
    }

    /** Fills in the known figures. Text without references stays as it is: {@link Section}s that are stored have none. */
    public static FilledText of(String written, YearFigures figures) {
        var text = new StringBuilder(written.length());
        var filled = new ArrayList<Filled>();
        var blanks = new ArrayList<String>();
        Matcher braces = Reference.PATTERN.matcher(written);
        int from = 0;
        while (braces.find()) {
            text.append(written, from, braces.start());
            Optional<Reference> reference = Reference.of(braces.group(1));
            Optional<String> rendered = reference.flatMap(known -> known.rendered(figures));
            if (rendered.isPresent()) {
                int start = text.length();
                text.append(rendered.get());
                filled.add(new Filled(
                        start,
                        text.length(),
                        braces.group(),
                        reference.orElseThrow().indicators().get(0)));
            } else {
                text.append(braces.group());
                blanks.add(braces.group());
            }
            from = braces.end();
        }
        text.append(written, from, written.length());
        return new FilledText(text.toString(), List.copyOf(filled), List.copyOf(blanks));
    }
}
