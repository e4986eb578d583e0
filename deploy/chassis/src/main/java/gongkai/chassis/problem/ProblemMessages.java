package gongkai.chassis.problem;

import gongkai.chassis.i18n.LocalizedText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;

/** Reads a problem's words from the message files and puts its arguments into them. */
final class ProblemMessages {

    private static final String OF_SERVICE = "problems";
    private static final String OF_CHASSIS = "chassis-problems";
    private static final String PACKAGES_OF_CHASSIS = "gongkai.chassis.";

    /** Chinese is in the file without a language; the machine's own language does not matter. */
    private static final Control WITHOUT_MACHINE_LOCALE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private ProblemMessages() {}

    static LocalizedText title(ProblemType type, Object... arguments) {
        return inBoth(type, "title", arguments);
    }

    static LocalizedText detail(ProblemType type, Object... arguments) {
        return inBoth(type, "detail", arguments);
    }

    private static LocalizedText inBoth(ProblemType type, String part, Object... arguments) {
        return new LocalizedText(
                words(type, part, Locale.CHINESE, arguments), words(type, part, Locale.ENGLISH, arguments));
    }

    private static String words(ProblemType type, String part, Locale language, Object... arguments) {
        String key = type.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part;
        Object[] inLanguage = Arrays.stream(arguments)
                .map(argument -> argumentIn(language, argument))
                .toArray();
        return String.format(Locale.ROOT, pattern(type, key, language), inLanguage);
    }

    /** A service may reword the chassis' problems in its own file. */
    private static String pattern(ProblemType type, String key, Locale language) {
        ClassLoader loader = type.getClass().getClassLoader();
        if (!type.getClass().getPackageName().startsWith(PACKAGES_OF_CHASSIS)) {
            return ResourceBundle.getBundle(OF_SERVICE, language, loader, WITHOUT_MACHINE_LOCALE)
                    .getString(key);
        }
        return reworded(key, language)
                .orElseGet(() -> ResourceBundle.getBundle(OF_CHASSIS, language, loader, WITHOUT_MACHINE_LOCALE)
                        .getString(key));
    }

    private static Optional<String> reworded(String key, Locale language) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (loader == null || loader.getResource(OF_SERVICE + ".properties") == null) {
            return Optional.empty();
        }
        var words = ResourceBundle.getBundle(OF_SERVICE, language, loader, WITHOUT_MACHINE_LOCALE);
        return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // A function is documented to be one of a language.
    private static Object argumentIn(Locale language, Object argument) {
        if (argument instanceof LocalizedText text) {
            return text.in(language);
        }
        return argument instanceof Function<?, ?> words ? ((Function<Locale, ?>) words).apply(language) : argument;
    }
}
