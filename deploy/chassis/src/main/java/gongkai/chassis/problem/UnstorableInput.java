package gongkai.chassis.problem;

import java.sql.SQLException;
import java.util.Set;

/**
 * What PostgreSQL has no place for: a text with U+0000, or a time beyond its calendar (4713 BC to AD 294276). Both can be written in an
 * address, and name nothing.
 */
final class UnstorableInput {

    /** SQLSTATE: character not in repertoire, untranslatable character, datetime field overflow (PostgreSQL, appendix A). */
    private static final Set<String> STATES = Set.of("22021", "22P05", "22008");

    private UnstorableInput() {}

    static boolean isBehind(Throwable failure) {
        return failure != null && (isUnstorable(failure) || isBehind(failure.getCause()));
    }

    private static boolean isUnstorable(Throwable failure) {
        return failure instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState());
    }
}
