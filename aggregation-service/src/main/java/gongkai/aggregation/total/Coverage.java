package gongkai.aggregation.total;

import gongkai.aggregation.progress.Contribution;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of the units whose figure counts have said what of one indicator. Each of them is in exactly one of the four. */
@Schema(
        description =
                "Of how many units the figure speaks. The four add up to the roster, but for a figure that the compiling unit alone"
                        + " states: to that unit.")
record Coverage(
        @Schema(examples = "14", description = "More than 0.")
        int reported,

        @Schema(examples = "4", description = "That it is 0.")
        int zero,

        @Schema(examples = "1", description = "That it does not apply to them (不适用).")
        int notApplicable,

        @Schema(examples = "2", description = "Nothing that counts: there is no submission, or none that is submitted.")
        int missing) {

    /**
     * The coverage of one indicator.
     *
     * @param asked how many units of the roster count for it
     * @param contributions of those of them that have submitted
     */
    static Coverage of(String indicator, int asked, List<Contribution> contributions) {
        int reported = 0;
        int zero = 0;
        int notApplicable = 0;
        for (Contribution contribution : contributions) {
            var figure = contribution.figures().get(indicator);
            if (figure.isPresent()) {
                if (figure.get().signum() == 0) {
                    zero++;
                } else {
                    reported++;
                }
            } else if (contribution.notApplicable().contains(indicator)) {
                notApplicable++;
            }
        }
        return new Coverage(reported, zero, notApplicable, asked - reported - zero - notApplicable);
    }
}
