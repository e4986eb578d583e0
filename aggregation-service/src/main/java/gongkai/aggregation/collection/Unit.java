package gongkai.aggregation.collection;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** An office or department that submits (报送单位). */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Unit(String code, String name, String kind) {

    public Unit {
        requireNonNull(code, "a unit has a code");
        requireNonNull(name, "a unit has a name");
        requireNonNull(kind, "a unit has a kind");
    }
}
