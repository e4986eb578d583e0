package gongkai.publication.edition;

import gongkai.chassis.json.CanonicalJson;
import gongkai.chassis.problem.ProblemException;
import gongkai.publication.signing.SigningKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class Editions implements PanacheRepositoryBase<Edition, Edition.Key> {

    private static final String NOT_WITHDRAWN =
            " and not exists (select 1 from Withdrawal w where w.report = e.report and w.number = e.number)";

    private static final String PUBLIC_THEN = "select e from Edition e where e.report = ?1 and e.publishedAt <= ?2"
            + NOT_WITHDRAWN
            + " order by e.number desc";

    private final CanonicalJson canonicalJson;
    private final Parts parts;
    private final SigningKey key;
    private final Clock clock;
    private final Counter published;

    Editions(CanonicalJson canonicalJson, Parts parts, SigningKey key, Clock clock, MeterRegistry metrics) {
        this.canonicalJson = canonicalJson;
        this.parts = parts;
        this.key = key;
        this.clock = clock;
        this.published = Counter.builder("gongkai.editions.published")
                .description("Editions that were put out, corrections among them")
                .register(metrics);
    }

    /** Publishes the report, for good. The caller holds the report's lock, which keeps the numbers without gaps. */
    public Edition publish(PublishedReport report, long approval) {
        byte[] document = canonicalJson.bytes(report);
        var edition = new Edition(report, document, key.sign(document, parts.of(document)), approval);
        persist(edition);
        published.increment();
        Log.infof(
                "Report %s: edition %d published by %s, with totals %d, to be read from %s",
                report.report(),
                report.edition(),
                report.publishedBy(),
                report.provenance().totalsRevision(),
                report.publishedAt());
        return edition;
    }

    /** The latest that was made, whether or not it can be read yet, or still. */
    public Optional<Edition> latest(String report) {
        return find("report = ?1 order by number desc", report).page(0, 1).firstResultOptional();
    }

    /** The edition that the public could read at a time. */
    public Optional<Edition> publicAt(String report, Instant then) {
        return find(PUBLIC_THEN, report, then).page(0, 1).firstResultOptional();
    }

    /**
     * One edition, once it can be read.
     *
     * @throws ProblemException where there is none, or not yet
     */
    public Edition get(String report, int number) {
        return findByIdOptional(new Edition.Key(report, number))
                .filter(edition -> !edition.publishedAt().isAfter(clock.instant()))
                .orElseThrow(() -> new ProblemException(EditionProblem.EDITION_NOT_PUBLISHED, report, number));
    }

    /** The editions of a report that can be read, or could once, first one first, without their documents. */
    public List<EditionSummary> of(String report) {
        return find("report = ?1 and publishedAt <= ?2 order by number", report, clock.instant())
                .project(EditionSummary.class)
                .list();
    }
}
