package gongkai.aggregation.progress;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The totals of the level below that a unit's figures are (层层汇总上报): where they can be followed to. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "Basis", description = "The totals of the level below that these figures are.")
public record SourceTotals(
        @Schema(examples = "heping-street-2018") String collection,
        @Schema(examples = "27") long revision,
        String contentHash) {

    public SourceTotals {
        requireNonNull(collection, "totals are a collection's");
        requireNonNull(contentHash, "totals have a content hash");
    }
}
