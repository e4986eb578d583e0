package gongkai.chassis.i18n;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same words in Chinese and in English. */
@Schema(requiredProperties = {"zh", "en"})
public record LocalizedText(
        @NotBlank @Size(max = 200) String zh,
        @NotBlank @Size(max = 200) String en) {

    public String in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
