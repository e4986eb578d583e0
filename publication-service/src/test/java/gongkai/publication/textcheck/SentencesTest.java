package gongkai.publication.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.publication.narrative.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well contradictions are found, sentence by sentence.
 *
 * <p>Most files were written along with the program, which must get all of them right. Those that are held out were written when the
 * program was done and the program was not changed after them, so that their scores say something of sentences that nobody has seen.
 * None says how often real reports are written in such sentences.
 */
class SentencesTest {

    private static final Map<String, Integer> YEARS = Map.of("xxgk-2014", 2018, "xxgk-2019", 2020, "xxgk-2021", 2023);

    private record Case(String form, String sentence, Map<String, BigDecimal> table, Set<String> expected) {

        static Case of(String form, String line) {
            String[] columns = line.split("\\|", -1);
            var table = new HashMap<>(form.equals("xxgk-2014") ? Tables.ofXingqing() : Tables.ofZeros(form));
            Tables.figures(columns[1]).forEach(table::put);
            return new Case(
                    form,
                    columns[0].strip(),
                    table,
                    Arrays.stream(columns[2].split(";"))
                            .map(String::strip)
                            .filter(expected -> !expected.isEmpty())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        Set<String> found() {
            return TextCheck.of(
                            FormWords.of(form).orElseThrow(),
                            table,
                            List.of(new Section("一", sentence)),
                            YEARS.get(form))
                    .findings()
                    .stream()
                    .map(Case::written)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static String written(Contradiction found) {
            try {
                String kind = Contradiction.Kind.class
                        .getField(found.kind().name())
                        .getAnnotation(JsonProperty.class)
                        .value();
                return "%s %s %s".formatted(kind, found.indicator() == null ? "-" : found.indicator(), found.claimed());
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "xxgk-2014, sentences.csv, 60, 1.00, 1.00",
        "xxgk-2014, sentences-held-out.csv, 40, 0.94, 0.91",
        "xxgk-2019, sentences-2019.csv, 13, 1.00, 1.00",
        "xxgk-2021, sentences-2021.csv, 65, 1.00, 1.00",
        "xxgk-2021, sentences-2021-held-out.csv, 40, 0.88, 0.93"
    })
    void contradictions_are_found_and_none_is_invented(
            String form, String file, int atLeast, double leastPrecision, double leastRecall) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        List<Case> cases = read(form, file);
        for (Case each : cases) {
            Set<String> found = each.found();
            var agreed = new HashSet<>(found);
            agreed.retainAll(each.expected);
            right += agreed.size();
            wrong += found.size() - agreed.size();
            missed += each.expected.size() - agreed.size();
            if (!found.equals(each.expected)) {
                System.out.printf("%s: %s%n  expected %s%n  found    %s%n", file, each.sentence, each.expected, found);
            }
        }
        double precision = (double) right / (right + wrong);
        double recall = (double) right / (right + missed);
        System.out.printf(
                "%s: %d sentences, %d contradictions; found %d, invented %d, missed %d; precision %.3f, recall %.3f%n",
                file, cases.size(), right + missed, right, wrong, missed, precision, recall);

        assertThat(cases).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(precision).as("precision").isGreaterThanOrEqualTo(leastPrecision);
        assertThat(recall).as("recall").isGreaterThanOrEqualTo(leastRecall);
    }

    private static List<Case> read(String form, String file) {
        try (var stream = SentencesTest.class.getResourceAsStream("/textcheck/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Case.of(form, line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
