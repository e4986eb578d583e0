package gongkai.aggregation.collection;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Embeddable;

/** The body whose report it is (编制机关). */
@Embeddable
@JsonIgnoreProperties(ignoreUnknown = true)
public record Bureau(String code, String name) {

    public Bureau {
        requireNonNull(code, "a bureau has a code");
        requireNonNull(name, "a bureau has a name");
    }
}
