package gongkai.submission;

import java.time.Instant;

/**
 * Who did something to a submission, when and how.
 *
 * @param filledInBy the unit that acted for the one whose figures they are (代填); null where it acted for itself
 * @param requestKey the caller's own name for the request, its {@code Idempotency-Key}; null for none
 * @param basis the totals that the figures are; null where people made them
 */
record Act(String by, Instant at, Source source, String filledInBy, String requestKey, Basis basis) {

    static Act of(String by, Instant at) {
        return new Act(by, at, Source.API, null, null, null);
    }
}
