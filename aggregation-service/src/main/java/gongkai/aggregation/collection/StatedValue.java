package gongkai.aggregation.collection;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A distinct figure that the bureau states, with a name and a reason. {@code StatedValueCheck} compares it with the units' figures. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(description = "What the bureau says the figure comes to, since it knows what coincides.")
public record StatedValue(
        @Schema(examples = "1.1") String indicator,
        @Schema(examples = "63") BigDecimal value,
        @Schema(examples = "王核") String statedBy,
        Instant statedAt,
        @Schema(examples = "12 条为各司法所转载的同一文件") String reason) {

    public StatedValue {
        requireNonNull(indicator, "a stated value is an indicator's");
        requireNonNull(value, "a stated value has a value");
        requireNonNull(statedBy, "a stated value is somebody's");
        requireNonNull(statedAt, "a value is stated at some time");
        requireNonNull(reason, "a stated value has a reason");
    }
}
