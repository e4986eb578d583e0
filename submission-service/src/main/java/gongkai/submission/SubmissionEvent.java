package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.outbox.OutboundEvent;
import gongkai.submission.form.Finding;
import gongkai.submission.form.Relation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A unit's submission as its latest revision left it. Only a submitted revision publishes its figures. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"collection", "unit", "revision", "state"})
record SubmissionEvent(
        String collection,
        String unit,
        long revision,
        Revision.State state,
        Map<String, BigDecimal> values,
        List<String> derived,
        List<String> notApplicable,
        List<Warning> warnings,
        String remarks,
        String submittedBy,
        String filledInBy,
        Source source,
        SourceTotals basis,
        boolean late,
        Instant submittedAt)
        implements OutboundEvent {

    /** A broken rule of severity warning, with both sides and the reason the unit gave. */
    record Warning(
            String rule,
            String indicator,
            LocalizedText message,
            BigDecimal left,
            Relation relation,
            BigDecimal right,
            String reason) {}

    static SubmissionEvent of(Revision revision, List<Finding> warnings) {
        if (revision.state() != Revision.State.SUBMITTED) {
            return withoutFigures(revision);
        }
        SubmissionContent content = revision.content();
        return event(
                revision,
                content,
                warnings.stream()
                        .map(warning -> new Warning(
                                warning.rule(),
                                warning.indicator(),
                                warning.message(),
                                warning.left(),
                                warning.relation(),
                                warning.right(),
                                content.explanations().get(warning.rule())))
                        .toList());
    }

    private static SubmissionEvent withoutFigures(Revision revision) {
        return event(revision, SubmissionContent.NOTHING, List.of());
    }

    private static SubmissionEvent event(Revision revision, SubmissionContent published, List<Warning> warnings) {
        return new SubmissionEvent(
                revision.collection(),
                revision.unit(),
                revision.number(),
                revision.state(),
                published.figures(),
                published.derived(),
                published.notApplicable(),
                warnings,
                published.remarks(),
                revision.madeBy(),
                revision.filledInBy(),
                revision.source(),
                revision.sourceTotals(),
                revision.late(),
                revision.madeAt());
    }

    @Override
    public String partitionKey() {
        return collection;
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
