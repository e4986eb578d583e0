package gongkai.submission.form;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a unit's figures become the bureau's. */
public enum RollUp {
    /** The bureau's figure is the sum of its units'. */
    @JsonProperty("sum")
    SUM,
    /** The same thing reported by several units counts once (计1条), so that the sum is only an upper bound. */
    @JsonProperty("distinct")
    DISTINCT,
    /** Stated by the compiling office alone. */
    @JsonProperty("bureau")
    BUREAU
}
