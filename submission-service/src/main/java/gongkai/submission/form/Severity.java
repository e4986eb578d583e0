package gongkai.submission.form;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The effect of a broken rule. */
public enum Severity {
    /** The figures cannot be submitted. */
    @JsonProperty("error")
    ERROR,
    /** The figures are unusual, and may be right. */
    @JsonProperty("warning")
    WARNING
}
