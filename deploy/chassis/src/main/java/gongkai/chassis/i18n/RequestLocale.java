package gongkai.chassis.i18n;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The language a caller reads: Chinese, unless English is asked for first. */
public final class RequestLocale {

    private static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

    private RequestLocale() {}

    public static Locale of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** @param acceptLanguage as in the header of that name; null or unreadable for none */
    public static Locale of(String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.CHINESE;
        }
        try {
            Locale spoken = Locale.lookup(LanguageRange.parse(acceptLanguage), SPOKEN);
            return spoken == null ? Locale.CHINESE : spoken;
        } catch (IllegalArgumentException unreadable) {
            return Locale.CHINESE;
        }
    }
}
