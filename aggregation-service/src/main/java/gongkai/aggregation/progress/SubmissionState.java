package gongkai.aggregation.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.aggregation.rollup.Figures;

/** How the latest revision of a submission left it. Only a submitted one counts. */
public enum SubmissionState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("returned")
    RETURNED;

    /** Of these figures, those that count. */
    Figures contribution(Figures figures) {
        return this == SUBMITTED ? figures : Figures.NONE;
    }
}
