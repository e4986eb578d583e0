package gongkai.publication.draft;

import gongkai.publication.edition.Edition;
import gongkai.publication.edition.Editions;
import gongkai.publication.edition.PublishedReports;
import gongkai.publication.report.Crosswalk;
import gongkai.publication.report.EarlierYear;
import gongkai.publication.report.Reports;
import gongkai.publication.report.Totals;
import gongkai.publication.report.YearFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of a bureau for the periods before: as published, or else, for the last one, from its totals. */
@ApplicationScoped
class YearsBefore {

    /** With the year itself these are the five that readers compare. */
    private static final int MOST = 4;

    private final Reports reports;
    private final Editions editions;
    private final PublishedReports published;
    private final Clock clock;

    YearsBefore(Reports reports, Editions editions, PublishedReports published, Clock clock) {
        this.reports = reports;
        this.editions = editions;
        this.published = published;
        this.clock = clock;
    }

    /** By the codes of these totals' form; of another form only what can be compared without doubt. */
    YearFigures figures(Totals totals) {
        Map<String, BigDecimal> before = Map.of();
        List<EarlierYear> history = new ArrayList<>();
        Optional<Totals> earlier = reports.ofThePeriodBefore(totals);
        for (int back = 1; back <= MOST && earlier.isPresent(); back++) {
            Totals then = earlier.get();
            var crosswalk = Crosswalk.between(then.form().code(), totals.form().code());
            Optional<Edition> edition = editions.publicAt(then.collection(), clock.instant());
            Map<String, BigDecimal> figures = crosswalk.carry(
                    edition.map(known -> published.read(known).values()).orElse(then.values()));
            if (back == 1) {
                before = figures;
            }
            edition.ifPresent(known -> history.add(
                    new EarlierYear(then.period().to().getYear(), then.collection(), known.number(), figures)));
            earlier = reports.ofThePeriodBefore(then);
        }
        return new YearFigures(totals.form(), totals.values(), before, history);
    }
}
