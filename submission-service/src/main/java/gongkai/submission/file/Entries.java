package gongkai.submission.file;

import gongkai.submission.form.Stated;
import java.util.Map;
import java.util.Set;

/**
 * The entries of a file, made by a clerk or before the download.
 *
 * @param explanations why a warning is not heeded, by the code of its rule
 * @param remarks null for none
 * @param submittedBy null where nobody has put a name to it yet
 */
public record Entries(Stated stated, Map<String, String> explanations, String remarks, String submittedBy) {

    /** Of a unit that has not begun. */
    public static final Entries NONE = new Entries(new Stated(Map.of(), Set.of()), Map.of(), null, null);
}
