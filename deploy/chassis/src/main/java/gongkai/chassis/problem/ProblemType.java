package gongkai.chassis.problem;

import java.util.Locale;

/** A kind of problem. Each feature has an enum of its own; the words are in message files. */
public interface ProblemType {

    /** The HTTP status of the response. */
    int status();

    /** The name of the enum's constant: {@code UNIT_NOT_ON_ROSTER}. */
    String name();

    /** Names the problem for programs, and never changes: {@code unit-not-on-roster}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
