package gongkai.submission.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.submission.SubmissionStatus;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of a unit's submission; all but code, name and kind are null if it has reported nothing yet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "UnitStanding", description = "How far a unit has come; without a state, it has reported nothing yet")
record UnitReportStatus(
        String code,
        String name,
        String kind,
        SubmissionStatus state,
        Long revision,
        String submittedBy,
        Instant submittedAt,
        Boolean late) {}
