package gongkai.chassis.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A failure of the database that passes by itself: it is away, it has no room for one more, or somebody holds the row for too long. */
final class TransientDatabaseFailure {

    /** How soon it is worth trying again, in seconds: PostgreSQL is back from a crash in about as many. */
    static final String RETRY_AFTER = "3";

    /**
     * Beginnings of SQLSTATE (PostgreSQL, appendix A): connection, resources, operator, locks and time-outs, deadlocks; a server that may
     * only be read while another takes over; a transaction that was given up because we stood still; the machine under the server.
     */
    private static final List<String> PASSING = List.of("08", "53", "57", "55P03", "40", "25006", "25P03", "58");

    private TransientDatabaseFailure() {}

    static boolean isBehind(Throwable failure) {
        return failure != null
                && (isPassing(failure)
                        || Stream.of(failure.getSuppressed()).anyMatch(TransientDatabaseFailure::isBehind)
                        || isBehind(failure.getCause()));
    }

    private static boolean isPassing(Throwable failure) {
        // The pool's own exception, which says that no connection became free in time, has no state.
        return failure instanceof SQLException sql
                && (sql.getSQLState() == null || PASSING.stream().anyMatch(sql.getSQLState()::startsWith));
    }
}
