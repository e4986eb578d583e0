package gongkai.publication.problem;

import java.sql.SQLException;
import java.util.Set;

/** A text with a character that PostgreSQL has no place for, U+0000: it can be written in an address, and names nothing. */
final class Unstorable {

    /** SQLSTATE: character not in repertoire, untranslatable character (PostgreSQL, appendix A). */
    private static final Set<String> STATES = Set.of("22021", "22P05");

    private Unstorable() {}

    static boolean isBehind(Throwable failure) {
        return failure != null && (isUnstorable(failure) || isBehind(failure.getCause()));
    }

    private static boolean isUnstorable(Throwable failure) {
        return failure instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState());
    }
}
