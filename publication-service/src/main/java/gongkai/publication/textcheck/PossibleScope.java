package gongkai.publication.textcheck;

import gongkai.chassis.i18n.LocalizedText;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Cells of the report that give the number the text says: the text may be right, of something else than the cell it was
 * compared with. Only the author knows.
 */
@Schema(
        description = "Cells of the report that give the number the text says. Perhaps the text speaks of them.",
        requiredProperties = {"terms", "text"})
public record PossibleScope(
        @Schema(examples = "[\"3.1\", \"-3.2\"]") List<String> terms, LocalizedText text) {}
