package gongkai.publication.report;

import gongkai.chassis.problem.ProblemException;
import gongkai.chassis.security.CurrentUser;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

@ApplicationScoped
public class Reports implements PanacheRepositoryBase<Report, String> {

    /** No bureau has an empty code. */
    private static final String NO_BUREAU = "";

    private static final String OF_BUREAU_AND_PERIOD = """
            select *
            from report
            where bureau = ?1 and period_end = ?2
            order by code
            """;

    private static final String OF_THE_CALLERS_BUREAU = """
            select *
            from report
            where code = ?1 and bureau = ?2
            """;

    private static final String NOBODY_ELSE_WRITES = OF_THE_CALLERS_BUREAU + "for update";

    private final CurrentUser currentUser;

    Reports(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** The same bureau's totals for the period that ended the day before this one began. */
    public Optional<Totals> ofThePeriodBefore(Totals totals) {
        return getSession()
                .createNativeQuery(OF_BUREAU_AND_PERIOD, Report.class)
                .setParameter(1, totals.bureau().code())
                .setParameter(2, totals.period().from().minusDays(1))
                .getResultStream()
                .findFirst()
                .map(Report::totals);
    }

    /** @throws ProblemException where the caller's bureau has none of this code */
    public Report get(String code) {
        return ofTheCallersBureau(OF_THE_CALLERS_BUREAU, code);
    }

    /**
     * The report, for a change to something that belongs to it: nobody else writes any of it until the transaction ends.
     *
     * @throws ProblemException where the caller's bureau has none of this code
     */
    @Transactional(TxType.MANDATORY)
    public Report getToChange(String code) {
        return ofTheCallersBureau(NOBODY_ELSE_WRITES, code);
    }

    private Report ofTheCallersBureau(String query, String code) {
        return getSession()
                .createNativeQuery(query, Report.class)
                .setParameter(1, code)
                .setParameter(2, currentUser.bureau().orElse(NO_BUREAU))
                .uniqueResultOptional()
                .orElseThrow(() -> new ProblemException(ReportProblem.REPORT_UNKNOWN, code));
    }
}
