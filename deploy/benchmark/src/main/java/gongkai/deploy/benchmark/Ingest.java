package gongkai.deploy.benchmark;

import gongkai.deploy.local.Service;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whole submissions over HTTP, validated and durable; the floor writes the same two rows (revision and event) with plain JDBC, one
 * transaction each, over as many connections to the same PostgreSQL.
 */
final class Ingest implements Measure {

    private static final int[] CONNECTIONS = {1, 8, 32};
    private static final int UNITS = 2_000;
    private static final int LARGE = 20_000;
    private static final int SMALL = 20;
    private static final int CREATED = 201;
    private static final int WARMING_ROUNDS = 3;
    private static final int FASTEST = 2_500;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            long floor = floor(setting, connections);
            Load.Result result = submissions(setting, connections, UNITS);
            String how = ", %d connection%s".formatted(connections, connections == 1 ? "" : "s");
            measurements.add(new Measurement("submissions" + how, result.rate(), "/s", floor, "at least 0.5"));
            measurements.add(Measurement.of("  p50" + how, result.millis(50), "ms"));
            measurements.add(Measurement.of("  p99" + how, result.millis(99), "ms"));
        }
        long small = submissions(setting, 8, SMALL).rate();
        long large = submissions(setting, 8, LARGE).rate();
        measurements.add(new Measurement(
                "submissions to a collection of 20,000 units, beside collections of 20",
                large,
                "/s",
                small,
                "at least 0.67"));
        return measurements;
    }

    static void warmUp(Setting setting) throws Exception {
        for (int round = 0; round < WARMING_ROUNDS; round++) {
            submissions(setting, 8, UNITS);
        }
    }

    /** Each submission is a unit's first; a collection that is full is followed by another, opened beforehand. */
    private static Load.Result submissions(Setting setting, int connections, int units) throws Exception {
        int most = Math.toIntExact(setting.time().toSeconds() * FASTEST);
        List<String> collections = new ArrayList<>();
        for (int room = 0; room < most; room += units) {
            collections.add(setting.open(units));
        }
        var next = new AtomicInteger();
        String submission = setting.submission(12);
        return Load.of(connections, setting.time(), () -> () -> {
            int number = next.getAndIncrement() % most;
            var request = setting.put(collections.get(number / units), number % units, submission);
            Setting.require(Setting.HTTP.send(request, BodyHandlers.ofString()), CREATED);
        });
    }

    private static long floor(Setting setting, int connections) throws Exception {
        try (var connection = connect(setting);
                var statement = connection.createStatement()) {
            statement.execute("""
                    create schema if not exists floor;
                    drop table if exists floor.revision, floor.outbox;
                    create table floor.revision (like public.revision including all);
                    create table floor.outbox (like public.outbox including all);
                    """);
        }
        var next = new AtomicInteger();
        return Load.of(connections, setting.time(), () -> new JdbcWriter(setting, next))
                .rate();
    }

    private static Connection connect(Setting setting) throws SQLException {
        return DriverManager.getConnection(setting.platform().database(Service.SUBMISSION));
    }

    /** Writes what a submission leaves behind, and nothing else. */
    private static final class JdbcWriter implements Load.Worker {

        private final Connection connection;
        private final PreparedStatement revision;
        private final PreparedStatement event;
        private final AtomicInteger next;
        private final String json;

        private JdbcWriter(Setting setting, AtomicInteger next) throws SQLException {
            this.next = next;
            this.json = setting.submission(12);
            connection = connect(setting);
            connection.setAutoCommit(false);
            revision = connection.prepareStatement("""
                    insert into floor.revision
                      (collection, unit, number, state, figures, derived, not_applicable, explanations, source, made_by, made_at, late)
                    values ('floor', ?, 1, 'SUBMITTED', ?::jsonb, '[]', '[]', '{}', 'API', '李文', now(), false)
                    """);
            event = connection.prepareStatement("""
                    insert into floor.outbox (collection, key, type, payload, created_at)
                    values ('floor', ?, 'gongkai.submission.v1', ?, now())
                    """);
        }

        @Override
        public void act() throws SQLException {
            String unit = "unit-" + next.getAndIncrement();
            revision.setString(1, unit);
            revision.setString(2, json);
            revision.executeUpdate();
            event.setString(1, unit);
            event.setString(2, json);
            event.executeUpdate();
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
