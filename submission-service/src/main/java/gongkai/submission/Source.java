package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How figures came in. */
public enum Source {
    @JsonProperty("api")
    API,
    @JsonProperty("bulk")
    BULK,
    @JsonProperty("workbook")
    WORKBOOK,
    @JsonProperty("csv")
    CSV,
    /** The totals of the level below (层层汇总上报). */
    @JsonProperty("upwards")
    UPWARDS
}
