package gongkai.publication.language;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same words in Chinese and in English. */
@Schema(requiredProperties = {"zh", "en"})
public record Text(String zh, String en) {

    public String in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
