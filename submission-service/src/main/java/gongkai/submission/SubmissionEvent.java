package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import gongkai.submission.outbox.OutboundEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A unit's submission as its latest revision left it. Figures travel only with a submitted one: drafts stay with their unit. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"collection", "unit", "revision", "state"})
record SubmissionEvent(
        String collection,
        String unit,
        long revision,
        Revision.State state,
        Map<String, BigDecimal> values,
        List<String> derived,
        String remarks,
        String submittedBy,
        Instant submittedAt)
        implements OutboundEvent {

    static SubmissionEvent of(Revision revision) {
        boolean submitted = revision.state() == Revision.State.SUBMITTED;
        Statement statement = revision.statement();
        return new SubmissionEvent(
                revision.collection(),
                revision.unit(),
                revision.number(),
                revision.state(),
                submitted ? statement.figures() : Map.of(),
                submitted ? statement.derived() : List.of(),
                submitted ? statement.remarks() : null,
                revision.madeBy(),
                revision.madeAt());
    }

    @Override
    public String key() {
        return collection + "/" + unit;
    }

    @Override
    public String type() {
        return "gongkai.submission.v1";
    }
}
