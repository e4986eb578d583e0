package gongkai.publication.draft;

import gongkai.publication.edition.PublishedReport.Declaration;
import gongkai.publication.finding.Decision;
import gongkai.publication.finding.TextFindings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Decisions about numbers and sentences, as they are published. */
final class Declarations {

    private Declarations() {}

    /** @param decisions by what they are about */
    static List<Declaration> of(TextFindings textFindings, Map<String, Decision> decisions) {
        Stream<Declaration> numbers = textFindings.numbers().stream()
                .filter(entry -> entry.decision() != null)
                .map(entry -> declaration(
                        textFindings,
                        entry.place().section(),
                        entry.sentence(),
                        entry.text(),
                        decisions.get(entry.id()).ruling()));
        Stream<Declaration> sentences = textFindings.contradictions().stream()
                .filter(contradiction -> contradiction.decision() != null)
                .map(contradiction -> declaration(
                        textFindings,
                        contradiction.contradiction().place().section(),
                        contradiction.contradiction().sentence(),
                        null,
                        decisions.get(contradiction.contradiction().id()).ruling()));
        return Stream.concat(numbers, sentences).toList();
    }

    private static Declaration declaration(
            TextFindings textFindings, int section, String sentence, String written, Decision.Ruling ruling) {
        return new Declaration(
                textFindings.sections().get(section).heading(),
                sentence,
                written,
                ruling.kind().name().toLowerCase(Locale.ROOT),
                ruling.indicator(),
                ruling.scope(),
                ruling.reason());
    }
}
