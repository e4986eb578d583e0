package gongkai.publication.rendering;

import gongkai.publication.edition.PublishedReport;
import gongkai.publication.edition.PublishedReport.Declaration;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A declaration about a sentence and its numbers, in words (数据说明).
 *
 * @param meanings the same reason once, after all the numbers that it was given for
 */
@TemplateData
public record PrintedNote(String sentence, List<String> meanings) {

    static List<PrintedNote> of(PublishedReport report) {
        Map<String, String> labels = report.figures().stream()
                .collect(Collectors.toMap(
                        figure -> figure.code(), figure -> figure.label().zh(), (one, other) -> one));
        var bySentence = new LinkedHashMap<String, Map<String, List<String>>>();
        for (Declaration declared : report.declarations()) {
            List<String> numbers = bySentence
                    .computeIfAbsent(declared.sentence(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(meaning(declared, labels), any -> new ArrayList<>());
            if (declared.written() != null) {
                numbers.add(declared.written());
            }
        }
        return bySentence.entrySet().stream()
                .map(note -> new PrintedNote(
                        note.getKey(),
                        note.getValue().entrySet().stream()
                                .map(meaning -> meaning.getValue().isEmpty()
                                        ? meaning.getKey()
                                        : "%s：%s".formatted(String.join("、", meaning.getValue()), meaning.getKey()))
                                .toList()))
                .toList();
    }

    private static String meaning(Declaration declared, Map<String, String> labels) {
        var said = new ArrayList<String>();
        if (declared.indicator() != null) {
            said.add("即统计表中的%s".formatted(label(declared.indicator(), labels)));
        }
        if (declared.scope() != null) {
            String terms = declared.scope().stream()
                    .map(term ->
                            term.startsWith("-") ? "减" + label(term.substring(1), labels) : "加" + label(term, labels))
                    .collect(Collectors.joining());
            said.add("统计口径为" + terms.replaceFirst("^加", ""));
        }
        if (declared.reason() != null) {
            said.add(declared.reason());
        }
        return String.join("；", said);
    }

    private static String label(String code, Map<String, String> labels) {
        return "“%s”".formatted(labels.getOrDefault(code, code));
    }
}
