package gongkai.submission.language;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/** The same words in Chinese and in English. */
public record Text(
        @NotBlank @Size(max = 200) String zh,
        @NotBlank @Size(max = 200) String en) {

    public String in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
}
