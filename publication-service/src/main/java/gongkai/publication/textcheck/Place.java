package gongkai.publication.textcheck;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place in the text of a report.
 *
 * @param section from 0, as in the request
 * @param paragraph the line of that section's text, from 1
 * @param start of the first character in that section's text, in UTF-16 units as Java and JavaScript count them
 * @param end after the last
 */
@Schema(
        description =
                "Where something stands: section from 0, paragraph (line) from 1, start and end in the section's text "
                        + "in UTF-16 units, as JavaScript and Java count them.",
        requiredProperties = {"section", "paragraph", "start", "end"})
public record Place(int section, int paragraph, int start, int end) {

    static Place of(Sentence sentence) {
        return new Place(sentence.section(), sentence.paragraph(), sentence.start(), sentence.end());
    }

    static Place of(Sentence sentence, WrittenNumber number) {
        int line = sentence.paragraph()
                + (int) sentence.text()
                        .substring(0, number.start() - sentence.start())
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
        return new Place(sentence.section(), line, number.start(), number.end());
    }
}
