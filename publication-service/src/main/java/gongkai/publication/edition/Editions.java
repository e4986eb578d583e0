package gongkai.publication.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class Editions implements PanacheRepositoryBase<Edition, Edition.Key> {

    private final ObjectMapper json;

    Editions(ObjectMapper json) {
        this.json = json;
    }

    /** Puts the report out, for good. The caller holds the report's lock, which keeps the numbers without gaps. */
    Edition publish(PublishedReport report) {
        try {
            var edition = new Edition(report, json.writeValueAsBytes(report));
            persist(edition);
            Log.infof(
                    "Report %s: edition %d published by %s, with totals %d",
                    report.report(),
                    report.edition(),
                    report.publishedBy(),
                    report.provenance().totalsRevision());
            return edition;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Report %s cannot be written as JSON".formatted(report.report()), e);
        }
    }

    Optional<Edition> latest(String report) {
        return find("report = ?1 order by number desc", report).page(0, 1).firstResultOptional();
    }

    Edition get(String report, int number) {
        return findByIdOptional(new Edition.Key(report, number)).orElseThrow(() -> new NotPublished(report, number));
    }

    /** The editions of a report, first one first, without their documents. */
    List<EditionSummary> of(String report) {
        return find("report = ?1 order by number", report)
                .project(EditionSummary.class)
                .list();
    }
}
