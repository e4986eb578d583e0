package gongkai.publication.edition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.narrative.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The content of a correction (更正公告): every cell and paragraph that differs from the edition before.
 *
 * @param of the number of the edition before
 */
@Schema(
        description = "What an edition corrects (更正公告): each cell and each paragraph that has changed.",
        requiredProperties = {"of", "figures", "paragraphs"})
public record Correction(int of, List<FigureChange> figures, List<ParagraphChange> paragraphs) {

    /**
     * @param from null where there was none
     * @param to null where there is none any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"indicator", "label"})
    public record FigureChange(
            @Schema(examples = "1.2.4") String indicator, LocalizedText label, BigDecimal from, BigDecimal to) {}

    /**
     * @param section its heading
     * @param from empty for a paragraph that is new
     * @param to empty for one that is gone
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"section", "kind", "from", "to"})
    public record ParagraphChange(
            @Schema(examples = "一、概述") String section, Kind kind, List<String> from, List<String> to) {}

    @Schema(name = "ParagraphChangeKind")
    public enum Kind {
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("added")
        ADDED,
        @JsonProperty("removed")
        REMOVED;

        static Kind of(DeltaType type) {
            return switch (type) {
                case INSERT -> ADDED;
                case DELETE -> REMOVED;
                case CHANGE -> CHANGED;
                case EQUAL -> throw new IllegalArgumentException("what is equal has not changed");
            };
        }
    }

    public static Correction of(PublishedReport before, List<Figure> figures, List<Section> narrative) {
        return new Correction(
                before.edition(), figures(before.figures(), figures), paragraphs(before.narrative(), narrative));
    }

    private static List<FigureChange> figures(List<Figure> before, List<Figure> now) {
        Map<String, Figure> earlier = byCode(before);
        Map<String, Figure> later = byCode(now);
        return Stream.concat(now.stream(), before.stream())
                .map(Figure::code)
                .distinct()
                .filter(code -> !equal(value(earlier.get(code)), value(later.get(code))))
                .map(code -> new FigureChange(
                        code,
                        later.getOrDefault(code, earlier.get(code)).label(),
                        value(earlier.get(code)),
                        value(later.get(code))))
                .toList();
    }

    private static Map<String, Figure> byCode(List<Figure> figures) {
        return figures.stream().collect(Collectors.toMap(Figure::code, Function.identity()));
    }

    private static BigDecimal value(Figure figure) {
        return figure == null ? null : figure.value();
    }

    private static boolean equal(BigDecimal one, BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    private static List<ParagraphChange> paragraphs(List<Section> before, List<Section> now) {
        Map<String, String> earlier = byHeading(before);
        Map<String, String> later = byHeading(now);
        var changes = new ArrayList<ParagraphChange>();
        Stream.concat(later.keySet().stream(), earlier.keySet().stream())
                .distinct()
                .forEach(heading -> {
                    List<String> from = lines(earlier, heading);
                    List<String> to = lines(later, heading);
                    for (AbstractDelta<String> delta : DiffUtils.diff(from, to).getDeltas()) {
                        changes.add(new ParagraphChange(
                                heading,
                                Kind.of(delta.getType()),
                                delta.getSource().getLines(),
                                delta.getTarget().getLines()));
                    }
                });
        return changes;
    }

    private static Map<String, String> byHeading(List<Section> sections) {
        var texts = new LinkedHashMap<String, String>();
        sections.forEach(section -> texts.merge(section.heading(), section.text(), (one, other) -> one + "\n" + other));
        return texts;
    }

    /** The heading belongs to its section: one that stands alone is a paragraph too. */
    private static List<String> lines(Map<String, String> texts, String heading) {
        return texts.containsKey(heading)
                ? Stream.concat(Stream.of(heading), texts.get(heading).lines())
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
    }
}
