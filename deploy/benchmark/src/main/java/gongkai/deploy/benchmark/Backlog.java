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

    private static final String STANDING = """
            select (select count(*) from outbox), (select coalesce(sum(next_offset), 0) from consumer_offset)
            """;

    /** How far one service is. */
    private record Standing(long untold, long taken) {}

    private Backlog() {}

    /** Waits until everything is told and nothing moves any more. */
    static void await(BenchmarkEnvironment setting) throws SQLException, InterruptedException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        List<Standing> before = List.of();
        List<Standing> now = look(setting);
        while (!now.equals(before) || now.stream().anyMatch(standing -> standing.untold > 0)) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("The services are not through after " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(STILL.toMillis());
            before = now;
            now = look(setting);
        }
    }

    private static List<Standing> look(BenchmarkEnvironment setting) throws SQLException {
        List<Standing> standings = new ArrayList<>();
        for (Service service : Service.values()) {
            try (var connection = DriverManager.getConnection(setting.platform().database(service));
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(STANDING)) {
                row.next();
                standings.add(new Standing(row.getLong(1), row.getLong(2)));
            }
        }
        return standings;
    }
}
