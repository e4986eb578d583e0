package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.submission.SubmissionView.Standing;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a unit has come; all but code, name and kind are null where it has reported nothing yet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How far a unit has come; without a state, it has reported nothing yet")
record UnitStanding(
        String code,
        String name,
        String kind,
        Standing state,
        Long revision,
        String submittedBy,
        Instant submittedAt,
        Boolean late) {}
