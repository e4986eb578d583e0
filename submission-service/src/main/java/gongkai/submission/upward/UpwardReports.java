package gongkai.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

@ApplicationScoped
class UpwardReports implements PanacheRepositoryBase<UpwardReport, String> {

    private static final String REFUSED_BY = """
            select report.*
            from collection
            join upward_report report on report.collection = collection.code
            where collection.reports_to = any (:above) and report.problem is not null
            """;

    /** Those that one of these collections has refused, or that were never fit for it. */
    List<UpwardReport> refusedBy(Set<String> above) {
        return getSession()
                .createNativeQuery(REFUSED_BY, UpwardReport.class)
                .setParameter("above", above.toArray(String[]::new))
                .getResultList();
    }
}
