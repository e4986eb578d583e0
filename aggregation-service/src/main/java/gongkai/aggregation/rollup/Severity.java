package gongkai.aggregation.rollup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a broken rule is certainly wrong, or merely unusual. */
public enum Severity {
    @JsonProperty("error")
    ERROR,
    @JsonProperty("warning")
    WARNING
}
