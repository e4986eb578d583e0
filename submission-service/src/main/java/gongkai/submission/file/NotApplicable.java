package gongkai.submission.file;

import gongkai.chassis.i18n.LocalizedText;
import java.util.Locale;

/** The words that stand in the place of a figure where the question does not arise for the unit. */
public final class NotApplicable {

    /** Written in the language of the file; both are read. */
    public static final LocalizedText WORDS = new LocalizedText("不适用", "N/A");

    private NotApplicable() {}

    public static boolean is(String entered) {
        return entered.equals(WORDS.zh()) || entered.toUpperCase(Locale.ROOT).equals(WORDS.en());
    }
}
