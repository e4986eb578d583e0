package gongkai.aggregation.progress;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many units of the roster stand where. */
public record Progress(
        @Schema(examples = "21") int expected,
        @Schema(examples = "19") int submitted,
        @Schema(examples = "1") int draft,
        @Schema(examples = "0") int returned,
        @Schema(examples = "1") int missing) {

    public static Progress of(List<UnitProgress> units) {
        int submitted = 0;
        int draft = 0;
        int returned = 0;
        int missing = 0;
        for (UnitProgress unit : units) {
            switch (unit.state()) {
                case SUBMITTED -> submitted++;
                case DRAFT -> draft++;
                case RETURNED -> returned++;
                case MISSING -> missing++;
            }
        }
        return new Progress(units.size(), submitted, draft, returned, missing);
    }
}
