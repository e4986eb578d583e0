package gongkai.submission;

import gongkai.chassis.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Counts submission requests by their outcome. */
@ApplicationScoped
class SubmissionMetrics {

    private static final String NO_PROBLEM = "none";

    private final MeterProvider<Counter> submissions;

    SubmissionMetrics(MeterRegistry metrics) {
        submissions = Counter.builder("gongkai.submissions")
                .description("Submission requests by outcome, and by problem if they were refused")
                .withRegistry(metrics);
    }

    SubmissionResult count(Supplier<SubmissionResult> submission) {
        try {
            SubmissionResult result = submission.get();
            count(result.created() ? "accepted" : "unchanged", NO_PROBLEM);
            return result;
        } catch (ProblemException problem) {
            count("refused", problem.type().code());
            throw problem;
        }
    }

    private void count(String outcome, String problem) {
        submissions.withTags(Tags.of("outcome", outcome, "problem", problem)).increment();
    }
}
