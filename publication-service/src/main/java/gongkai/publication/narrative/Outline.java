package gongkai.publication.narrative;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The parts that a form's authority wants a report to have, in their order. It is data, {@code outlines/<form>.json}. The format of 2021
 * (国办公开办函〔2021〕30号) prescribes six; that of 2014 leaves them to each body, and the ones here are what a district's reports had.
 */
@Schema(requiredProperties = "parts")
public record Outline(List<Part> parts) {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        // The code comes from a form that another service has checked; it is a name here, and never a path.
        try (InputStream file = Outline.class.getResourceAsStream("/outlines/%s.json".formatted(form))) {
            return new Outline(
                    file == null
                            ? List.of()
                            : Arrays.asList(JSON.readerFor(Part[].class).<Part[]>readValue(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
