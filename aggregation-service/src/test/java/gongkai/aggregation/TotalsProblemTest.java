package gongkai.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalsProblemTest {

    @ParameterizedTest
    @ValueSource(strings = {"/problems.properties", "/problems_en.properties"})
    void each_problem_has_a_title_and_a_detail_and_no_words_are_unused(String file) throws IOException {
        Set<String> expected = Stream.of(TotalsProblem.values())
                .flatMap(problem -> Stream.of(problem.code() + ".title", problem.code() + ".detail"))
                .collect(Collectors.toSet());

        Properties words = read(file);

        assertThat(words.stringPropertyNames()).isEqualTo(expected);
        assertThat(words.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    private static Properties read(String file) throws IOException {
        var words = new Properties();
        try (InputStream in = TotalsProblemTest.class.getResourceAsStream(file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
