package gongkai.aggregation.progress;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import gongkai.aggregation.collection.UnitKey;
import gongkai.aggregation.rollup.Figures;
import java.time.Instant;
import java.util.List;

/** The event {@code gongkai.submission.v1} of the submission-service, with the fields that matter here. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SubmissionReceived(
        String collection,
        String unit,
        long revision,
        SubmissionState state,
        Figures values,
        List<String> notApplicable,
        List<Warning> warnings,
        SourceTotals basis,
        Instant submittedAt) {

    public SubmissionReceived {
        requireNonNull(collection, "a submission belongs to a collection");
        requireNonNull(unit, "a submission is a unit's");
        requireNonNull(state, "a submission has a state");
        requireNonNull(values, "a submission has figures, if only none");
        notApplicable = requireNonNullElse(notApplicable, List.of());
        warnings = requireNonNullElse(warnings, List.of());
        requireNonNull(submittedAt, "a submission was made at some time");
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1");
        }
    }

    public UnitKey key() {
        return new UnitKey(collection, unit);
    }

    /** The figures that count: none unless it is submitted. */
    public Figures contribution() {
        return state.contribution(values);
    }
}
