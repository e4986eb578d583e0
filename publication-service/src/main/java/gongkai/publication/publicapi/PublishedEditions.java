package gongkai.publication.publicapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The editions that the public can read now, over all reports. */
@ApplicationScoped
class PublishedEditions {

    /** @param reason of a correction; null for a first edition */
    record Entry(
            String report,
            int edition,
            String bureau,
            String bureauName,
            String form,
            int year,
            Instant publishedAt,
            String reason,
            String digest) {

        private static Entry of(Tuple row) {
            return new Entry(
                    row.get("report", String.class),
                    row.get("number", Integer.class),
                    row.get("bureau", String.class),
                    row.get("bureau_name", String.class),
                    row.get("form", String.class),
                    row.get("year", Integer.class),
                    row.get("published_at", Instant.class),
                    row.get("reason", String.class),
                    row.get("digest", String.class));
        }

        String title() {
            return "%s%d年政府信息公开工作年度报告".formatted(bureauName, year);
        }
    }

    private static final String READABLE = """
            from edition e join report r on r.code = e.report
            where e.published_at <= :now
              and not exists (select from withdrawal w where w.report = e.report and w.number = e.number)
              and (cast(:bureau as text) is null or e.bureau = :bureau)
              and (cast(:form as text) is null or e.form = :form)
              and (cast(:year as int) is null or e.year = :year)
            """;

    private static final String COLUMNS = """
            e.report, e.number, e.bureau, r.bureau_name, e.form, e.year, e.published_at,
              e.reason, e.digest
            """;

    private static final String LATEST = "select distinct on (e.report) " + COLUMNS + READABLE
            + "  and e.report > :after order by e.report, e.number desc";

    private static final String NEWEST =
            "select " + COLUMNS + READABLE + " order by e.published_at desc, e.report, e.number";

    private static final String DOCUMENTS = "select distinct on (e.year, e.report) e.report, e.number, e.document "
            + READABLE + " order by e.year, e.report, e.number desc";

    private final EntityManager entities;
    private final Clock clock;

    PublishedEditions(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The latest edition of each report, in the order of the reports' codes, from the one after {@code after}. */
    List<Entry> latest(String bureau, String form, Integer year, String after, int most) {
        return query(LATEST, bureau, form, year, most, after).map(Entry::of).toList();
    }

    /** All editions, also those that have been corrected since, the newest first. */
    List<Entry> newest(String bureau, int most) {
        return query(NEWEST, bureau, null, null, most, null).map(Entry::of).toList();
    }

    /** The documents of the latest editions of a bureau's reports, by year. */
    List<byte[]> documents(String bureau, int most) {
        return query(DOCUMENTS, bureau, null, null, most, null)
                .map(row -> row.get("document", byte[].class))
                .toList();
    }

    @SuppressWarnings("unchecked") // Hibernate gives tuples where tuples are asked for.
    private Stream<Tuple> query(String sql, String bureau, String form, Integer year, int most, String after) {
        var query = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("now", Timestamp.from(clock.instant()))
                .setParameter("bureau", bureau)
                .setParameter("form", form)
                .setParameter("year", year)
                .setMaxResults(most);
        if (after != null) {
            query.setParameter("after", after);
        }
        return ((List<Tuple>) query.getResultList()).stream();
    }
}
