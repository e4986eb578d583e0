package gongkai.publication.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.publication.outbox.OutboundEvent;
import gongkai.publication.report.Totals.Bureau;
import gongkai.publication.report.Totals.Period;
import java.time.Instant;

/**
 * What others learn of an edition: that it can be read from now on, or no longer.
 *
 * @param digest SHA-256 of its document, in hexadecimal
 * @param previousDigest of the edition before; null for a first one
 * @param reason of a correction, or of the withdrawal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditionEvent(
        String report,
        int edition,
        State state,
        Bureau bureau,
        Period period,
        String form,
        Instant publishedAt,
        String digest,
        String previousDigest,
        String reason,
        Instant withdrawnAt)
        implements OutboundEvent {

    enum State {
        @JsonProperty("published")
        PUBLISHED,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    static EditionEvent published(PublishedReport report, String digest) {
        return of(report, digest, State.PUBLISHED, report.reason(), null);
    }

    static EditionEvent withdrawn(PublishedReport report, String digest, Withdrawal withdrawal) {
        return of(report, digest, State.WITHDRAWN, withdrawal.reason(), withdrawal.withdrawnAt());
    }

    private static EditionEvent of(
            PublishedReport report, String digest, State state, String reason, Instant withdrawnAt) {
        var previous = report.provenance().previous();
        return new EditionEvent(
                report.report(),
                report.edition(),
                state,
                report.bureau(),
                report.period(),
                report.form().code(),
                report.publishedAt(),
                digest,
                previous == null ? null : previous.digest(),
                reason,
                withdrawnAt);
    }

    @Override
    public String key() {
        return report + "/" + edition;
    }

    @Override
    public String type() {
        return "gongkai.edition.v1";
    }

    /** Nobody learns of an edition before its time; nor that it was withdrawn before that. */
    @Override
    public Instant due() {
        return withdrawnAt == null || withdrawnAt.isBefore(publishedAt) ? publishedAt : withdrawnAt;
    }
}
