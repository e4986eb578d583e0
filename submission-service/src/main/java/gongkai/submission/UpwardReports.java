package gongkai.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

@ApplicationScoped
class UpwardReports implements PanacheRepositoryBase<UpwardReport, String> {

    private static final String REFUSED_BY =
            "problem is not null and collection in (select code from Collection where reportsTo.collection in ?1)";

    /** Those that one of these collections has refused, or that were never fit for it. */
    List<UpwardReport> refusedBy(Set<String> above) {
        return list(REFUSED_BY, above);
    }
}
