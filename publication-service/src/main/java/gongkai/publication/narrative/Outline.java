package gongkai.publication.narrative;

import gongkai.publication.report.FormData;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The parts that a form's authority wants a report to have, in their order. It is data, {@code outlines/<form>.json}. The format of 2021
 * (国办公开办函〔2021〕30号) prescribes six; that of 2014 leaves them to each body, and the ones here are what a district's reports had.
 */
@Schema(requiredProperties = "parts")
public record Outline(List<Part> parts) {

    /**
     * @param name by which a heading is known, whatever number it has
     * @param tables of the form, which stand in this part
     */
    @Schema(
            name = "OutlinePart",
            requiredProperties = {"heading", "name", "required", "tables"})
    public record Part(
            @Schema(examples = "一、总体情况") String heading,
            @Schema(examples = "总体情况") String name,
            boolean required,
            @Schema(examples = "[\"1-1\"]") List<String> tables) {

        boolean isHeadedBy(Section section) {
            return section.heading().contains(name);
        }
    }

    /** Without parts for a form that nobody has outlined. */
    public static Outline of(String form) {
        return new Outline(
                FormData.read("outlines/" + form, Part[].class).map(List::of).orElse(List.of()));
    }

    /** The parts that a report must have and this text has not. */
    public List<Part> missingIn(List<Section> sections) {
        return parts.stream()
                .filter(Part::required)
                .filter(part -> sections.stream().noneMatch(part::isHeadedBy))
                .toList();
    }

    /** The part that a section is. */
    public Optional<Part> partOf(Section section) {
        return parts.stream().filter(part -> part.isHeadedBy(section)).findFirst();
    }
}
