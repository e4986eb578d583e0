package gongkai.deploy.benchmark;

import gongkai.deploy.benchmark.UnreportedUnits.Vacancy;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whole submissions over HTTP, validated and durable; the floor writes the same two rows (revision and event) with plain JDBC, one
 * transaction each, over as many connections to the same PostgreSQL. Nothing else runs beside the floor; so the submissions are measured
 * twice, with everybody at work and with nobody there but the service itself.
 */
final class Ingest implements Metric {

    private static final int[] CONNECTIONS = {1, 8, 32};
    private static final int UNITS = 2_000;
    private static final int LARGE = 20_000;
    private static final int SMALL = 20;
    private static final int CREATED = 201;
    private static final int WARMING_ROUNDS = 3;
    private static final String AIM = "at least 0.5";

    /** The highest rate so far, a second; there must be room for somewhat more. */
    private long fastest = 500;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public List<Measurement> measure(BenchmarkEnvironment setting) throws Exception {
        List<Measurement> measurements = new ArrayList<>();
        Map<Integer, Long> floors = new LinkedHashMap<>();
        for (int connections : CONNECTIONS) {
            long floor = floor(setting, connections);
            floors.put(connections, floor);
            Load.Result result = submissions(setting, connections, UNITS);
            String how = ", %d connection%s".formatted(connections, connections == 1 ? "" : "s");
            measurements.add(new Measurement("submissions" + how, result.rate(), "/s", floor, AIM));
            measurements.add(Measurement.of("p50" + how, result.micros(50), "µs"));
            measurements.add(Measurement.of("p99" + how, result.micros(99), "µs"));
        }
        measurements.addAll(alone(setting, floors));
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

    void warmUp(BenchmarkEnvironment setting) throws Exception {
        for (int round = 0; round < WARMING_ROUNDS; round++) {
            submissions(setting, 8, UNITS);
        }
    }

    /** As the floor is: with the machine for itself. Events wait in the outbox until Kafka is back. */
    private List<Measurement> alone(BenchmarkEnvironment setting, Map<Integer, Long> floors) throws Exception {
        Map<Integer, UnreportedUnits> room = new LinkedHashMap<>();
        for (int connections : CONNECTIONS) {
            room.put(connections, room(setting, UNITS));
        }
        Backlog.await(setting);
        setting.platform().stop(Service.AGGREGATION);
        setting.platform().stop(Service.PUBLICATION);
        setting.platform().killKafka();
        List<Measurement> measurements = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            long rate = submissions(setting, connections, room.get(connections)).rate();
            measurements.add(new Measurement(
                    "submissions, %d connection%s, nobody else there"
                            .formatted(connections, connections == 1 ? "" : "s"),
                    rate,
                    "/s",
                    floors.get(connections),
                    AIM));
        }
        setting.platform().startKafka();
        setting.platform().start(Service.AGGREGATION);
        setting.platform().start(Service.PUBLICATION);
        return measurements;
    }

    private Load.Result submissions(BenchmarkEnvironment setting, int connections, int units) throws Exception {
        UnreportedUnits room = room(setting, units);
        Backlog.await(setting);
        return submissions(setting, connections, room);
    }

    /** Each submission is a unit's first. */
    private Load.Result submissions(BenchmarkEnvironment setting, int connections, UnreportedUnits room)
            throws Exception {
        String submission = setting.submission(12);
        Load.Result result =
                Load.of(connections, setting.time(), () -> new Reporter(wire(setting), setting, room, submission));
        fastest = Math.max(fastest, result.rate());
        return result;
    }

    private UnreportedUnits room(BenchmarkEnvironment setting, int units) throws IOException, InterruptedException {
        return new UnreportedUnits(
                setting, units, fastest * 2 * setting.time().toMillis() / TimeUnit.SECONDS.toMillis(1));
    }

    private static RawHttpClient wire(BenchmarkEnvironment setting) throws IOException {
        return new RawHttpClient(setting.uri(Service.SUBMISSION, "/"));
    }

    private static long floor(BenchmarkEnvironment setting, int connections) throws Exception {
        Backlog.await(setting);
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

    private static Connection connect(BenchmarkEnvironment setting) throws SQLException {
        return DriverManager.getConnection(setting.platform().database(Service.SUBMISSION));
    }

    /** Reports for one unit after the other. */
    private record Reporter(
            RawHttpClient wire, BenchmarkEnvironment setting, UnreportedUnits vacancies, String submission)
            implements Load.Worker {

        @Override
        public void act() throws IOException, InterruptedException {
            Vacancy vacancy = vacancies.next();
            wire.send(setting.put(vacancy.collection(), vacancy.unit(), submission), submission, CREATED);
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }

    /** Writes what a submission leaves behind, and nothing else. */
    private static final class JdbcWriter implements Load.Worker {

        private final Connection connection;
        private final PreparedStatement revision;
        private final PreparedStatement event;
        private final AtomicInteger next;
        private final String json;

        private JdbcWriter(BenchmarkEnvironment setting, AtomicInteger next) throws SQLException {
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
                    insert into floor.outbox (partition_key, key, type, payload, headers, created_at)
                    values ('floor', ?, 'gongkai.submission.v1', ?, '{}', now())
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
