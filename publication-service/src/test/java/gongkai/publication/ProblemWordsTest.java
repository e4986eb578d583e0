package gongkai.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.chassis.problem.ProblemType;
import gongkai.publication.approval.ApprovalProblem;
import gongkai.publication.draft.DraftProblem;
import gongkai.publication.edition.EditionProblem;
import gongkai.publication.finding.DecisionProblem;
import gongkai.publication.narrative.NarrativeProblem;
import gongkai.publication.report.ReportProblem;
import gongkai.publication.textcheck.TextCheckProblem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemWordsTest {

    private static final Set<Class<? extends ProblemType>> PROBLEMS = Set.of(
            ApprovalProblem.class,
            DecisionProblem.class,
            DraftProblem.class,
            EditionProblem.class,
            NarrativeProblem.class,
            ReportProblem.class,
            TextCheckProblem.class);

    @ParameterizedTest
    @ValueSource(strings = {"/problems.properties", "/problems_en.properties"})
    void every_problem_has_words_in_this_language_and_no_words_are_unused(String file) throws IOException {
        Set<String> keys = PROBLEMS.stream()
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(problem -> problem.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .flatMap(name -> Stream.of(name + ".title", name + ".detail"))
                .collect(Collectors.toSet());

        Properties words = words(file);

        assertThat(words.stringPropertyNames()).isEqualTo(keys);
        assertThat(words.values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(ProblemWordsTest.class.getResourceAsStream(file), UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
