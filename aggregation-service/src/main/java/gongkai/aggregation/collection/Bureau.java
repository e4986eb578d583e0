package gongkai.aggregation.collection;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body whose report it is (编制机关). */
@Embeddable
@JsonIgnoreProperties(ignoreUnknown = true)
public record Bureau(
        @Schema(examples = "xingqing-justice") String code,
        @Schema(examples = "银川市兴庆区司法局") String name) {

    public Bureau {
        requireNonNull(code, "a bureau has a code");
        requireNonNull(name, "a bureau has a name");
    }
}
