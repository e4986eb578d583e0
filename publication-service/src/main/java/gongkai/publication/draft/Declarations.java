package gongkai.publication.draft;

import gongkai.publication.edition.PublishedReport.Declaration;
import gongkai.publication.finding.Decision;
import gongkai.publication.finding.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What was decided of numbers and sentences, as readers are told. */
final class Declarations {

    private Declarations() {}

    /** @param decisions by what they are about */
    static List<Declaration> of(Ledger ledger, Map<String, Decision> decisions) {
        Stream<Declaration> numbers = ledger.numbers().stream()
                .filter(entry -> entry.decision() != null)
                .map(entry -> declaration(
                        ledger,
                        entry.place().section(),
                        entry.sentence(),
                        entry.text(),
                        decisions.get(entry.id()).ruling()));
        Stream<Declaration> sentences = ledger.contradictions().stream()
                .filter(dispute -> dispute.decision() != null)
                .map(dispute -> declaration(
                        ledger,
                        dispute.contradiction().place().section(),
                        dispute.contradiction().sentence(),
                        null,
                        decisions.get(dispute.contradiction().id()).ruling()));
        return Stream.concat(numbers, sentences).toList();
    }

    private static Declaration declaration(
            Ledger ledger, int section, String sentence, String written, Decision.Ruling ruling) {
        return new Declaration(
                ledger.sections().get(section).heading(),
                sentence,
                written,
                ruling.kind().name().toLowerCase(Locale.ROOT),
                ruling.indicator(),
                ruling.scope(),
                ruling.reason());
    }
}
