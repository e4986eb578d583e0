package gongkai.aggregation.rollup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the units' figures of one indicator become the bureau's. */
public enum RollUp {
    /** Every unit's figure is added. */
    @JsonProperty("sum")
    SUM,

    /** The same thing reported by several units counts once. As long as nobody says what coincides, nothing does. */
    @JsonProperty("distinct")
    DISTINCT,

    /** The compiling unit states the bureau's figure; what others report of it does not count. */
    @JsonProperty("bureau")
    BUREAU;

    public boolean counts(String unit, String compiledBy) {
        return this != BUREAU || unit.equals(compiledBy);
    }
}
