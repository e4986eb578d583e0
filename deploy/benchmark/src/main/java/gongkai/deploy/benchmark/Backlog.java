package gongkai.deploy.benchmark;

import gongkai.deploy.local.Service;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Submissions that are still on their way through the services; they would compete with the next measurement. */
final class Backlog {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Longer than any service rests while it has something to do. */
    private static final Duration STILL = Duration.ofMillis(600);

    private static final String PROGRESS = """
            select (select count(*) from %s), (select coalesce(sum(next_offset), 0) from consumer_offset)
            """;

    /** The unpublished events of one service, and the sum of its consumed offsets. */
    private record Progress(long unpublished, long consumed) {}

    private Backlog() {}

    /** Waits until everything is published and consumed. */
    static void await(BenchmarkEnvironment setting) throws SQLException, InterruptedException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        List<Progress> before = List.of();
        List<Progress> now = look(setting);
        while (!now.equals(before) || now.stream().anyMatch(progress -> progress.unpublished > 0)) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("The services are not through after " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(STILL.toMillis());
            before = now;
            now = look(setting);
        }
    }

    private static List<Progress> look(BenchmarkEnvironment setting) throws SQLException {
        List<Progress> progress = new ArrayList<>();
        for (Service service : Service.values()) {
            try (var connection = DriverManager.getConnection(setting.platform().database(service));
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(PROGRESS.formatted(outbox(service)))) {
                row.next();
                progress.add(new Progress(row.getLong(1), row.getLong(2)));
            }
        }
        return progress;
    }

    /** The aggregation-service publishes only the latest totals, so its outbox is a table of its own. */
    private static String outbox(Service service) {
        return service == Service.AGGREGATION ? "totals_outbox" : "outbox";
    }
}
