package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of a submission, seen together with its collection. */
@Schema(name = "SubmissionState")
public enum SubmissionStatus {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("submitted")
    SUBMITTED,
    @JsonProperty("returned")
    RETURNED,
    /** It was submitted when its collection closed. */
    @JsonProperty("accepted")
    ACCEPTED;

    public static SubmissionStatus of(Revision.State state, boolean collectionClosed) {
        return switch (state) {
            case DRAFT -> DRAFT;
            case SUBMITTED -> collectionClosed ? ACCEPTED : SUBMITTED;
            case RETURNED -> RETURNED;
        };
    }
}
