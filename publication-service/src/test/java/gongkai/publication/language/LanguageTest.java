package gongkai.publication.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "zh-CN", "fr", "*", "zh;q=0.9, en;q=0.8", "not a language;;"})
    void chinese_unless_english_is_preferred(String acceptLanguage) {
        assertThat(Language.of(acceptLanguage)).isEqualTo(Locale.CHINESE);
    }

    @ParameterizedTest
    @CsvSource({"en", "en-GB", "'fr, en;q=0.5'", "'zh;q=0.1, en;q=0.2'"})
    void english_where_it_is_preferred(String acceptLanguage) {
        assertThat(Language.of(acceptLanguage)).isEqualTo(Locale.ENGLISH);
    }
}
