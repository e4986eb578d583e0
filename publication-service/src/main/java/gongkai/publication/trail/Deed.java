package gongkai.publication.trail;

import java.util.Map;

/**
 * What was done, to what, and why. Never text that people wrote into a report, nor a token: a digest says as much about a change.
 *
 * @param bureau whose affair it is
 * @param unit whose affair it is; null where it is the bureau's alone
 * @param resource the address of what was changed
 * @param by whom the office names as responsible (填报人), which is not always who is at the keyboard
 * @param before what was there; null where nothing was
 * @param after what is there now; null where nothing is
 * @param reason as it was given; null where none was
 */
public record Deed(
        String bureau,
        String unit,
        String resource,
        String by,
        Map<String, Object> before,
        Map<String, Object> after,
        String reason) {

    /** Whose affair it is what concerns no bureau: no bureau has this code. */
    public static final String NO_BUREAU = "-";

    /** The same, of a unit. */
    public Deed concerning(String someUnit) {
        return new Deed(bureau, someUnit, resource, by, before, after, reason);
    }
}
