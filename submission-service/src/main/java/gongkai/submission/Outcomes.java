package gongkai.submission;

import gongkai.submission.SubmissionDesk.Taken;
import gongkai.submission.problem.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Counts what becomes of submissions, whichever way they come: a metric. */
@ApplicationScoped
class Outcomes {

    private static final String NO_PROBLEM = "none";

    private final MeterProvider<Counter> submissions;

    Outcomes(MeterRegistry metrics) {
        submissions = Counter.builder("gongkai.submissions")
                .description("Submissions that were handed in, by what became of them, and why they were refused")
                .withRegistry(metrics);
    }

    Taken count(Supplier<Taken> taking) {
        try {
            Taken taken = taking.get();
            count(taken.news() ? "accepted" : "unchanged", NO_PROBLEM);
            return taken;
        } catch (Refusal refusal) {
            count("refused", refusal.name());
            throw refusal;
        }
    }

    private void count(String outcome, String problem) {
        submissions.withTags(Tags.of("outcome", outcome, "problem", problem)).increment();
    }
}
