package gongkai.publication.report;

import gongkai.chassis.i18n.LocalizedText;
import java.util.Collection;

/** Lists within a sentence, in both languages. */
public final class Enumeration {

    /** As many as one reads in a sentence. A problem lists all of them beside its words. */
    public static final int MAX_NAMED = 5;

    private Enumeration() {}

    /** Short items: names, codes. */
    public static LocalizedText of(Collection<String> items) {
        return new LocalizedText(String.join("、", items), String.join(", ", items));
    }

    /** Items that may have commas of their own. */
    public static LocalizedText ofClauses(Collection<String> items) {
        return new LocalizedText(String.join("；", items), String.join("; ", items));
    }

    /** Follows a list of {@link #MAX_NAMED}; empty if it is complete. */
    public static LocalizedText andOthers(int all) {
        return all > MAX_NAMED ? new LocalizedText("等", " and others") : new LocalizedText("", "");
    }
}
