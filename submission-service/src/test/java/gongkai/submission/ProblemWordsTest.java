package gongkai.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import gongkai.chassis.problem.ProblemType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/problems.properties", "/problems_en.properties"})
    void every_problem_has_its_words_and_no_words_are_unused(String file) throws IOException {
        var words = new Properties();
        try (var in = new InputStreamReader(ProblemWordsTest.class.getResourceAsStream(file), UTF_8)) {
            words.load(in);
        }

        assertThat(new TreeSet<>(words.stringPropertyNames())).isEqualTo(keys());
        assertThat(words.values()).doesNotContain("");
    }

    private static Set<String> keys() {
        Set<ProblemType> types = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("gongkai.submission").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ProblemType.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(ProblemType.class::cast)
                        .collect(Collectors.toSet());
        assertThat(types).hasSizeGreaterThan(30);
        return types.stream()
                .flatMap(type -> Stream.of(type.code() + ".title", type.code() + ".detail"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
