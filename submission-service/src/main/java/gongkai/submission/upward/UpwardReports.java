package gongkai.submission.upward;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

@ApplicationScoped
class UpwardReports implements PanacheRepositoryBase<UpwardReport, String> {

    private static final String REJECTED_BY = """
            select report.*
            from collection
            join upward_report report on report.collection = collection.code
            where collection.reports_to = any (:above) and report.problem is not null
            """;

    /** The reports that one of these collections rejected, or that were not fit for it. */
    List<UpwardReport> rejectedBy(Set<String> above) {
        return getSession()
                .createNativeQuery(REJECTED_BY, UpwardReport.class)
                .setParameter("above", above.toArray(String[]::new))
                .getResultList();
    }
}
