package gongkai.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class Revisions implements PanacheRepositoryBase<Revision, Revision.Key> {

    private static final String NEWEST_FIRST = "collection = ?1 and unit = ?2 order by number desc";

    private static final String BEFORE = "collection = ?1 and unit = ?2 and number < ?3 order by number desc";

    Submission submission(String collection, String unit) {
        Optional<Revision> latest =
                find(NEWEST_FIRST, collection, unit).range(0, 0).firstResultOptional();
        return new Submission(collection, unit, latest);
    }

    /** Up to {@code most} revisions, newest first, older than {@code number}. */
    List<Revision> before(String collection, String unit, long number, int most) {
        return find(BEFORE, collection, unit, number).range(0, most - 1).list();
    }
}
