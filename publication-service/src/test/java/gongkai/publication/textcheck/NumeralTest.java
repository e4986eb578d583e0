package gongkai.publication.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralTest {

    private static final int GREATEST = 99_999_999;

    /** The same sample in every run. */
    private static final long SEED = 20_181_231;

    @Test
    void every_number_is_read_as_it_was_written() {
        IntStream smallAndLarge = IntStream.concat(
                IntStream.rangeClosed(0, 99_999),
                IntStream.concat(
                        IntStream.iterate(100_000, number -> number <= GREATEST, number -> number + 997),
                        new Random(SEED).ints(100_000, 100_000, GREATEST + 1)));

        smallAndLarge.forEach(number -> {
            assertThat(Numeral.read(chinese(number))).as(chinese(number)).contains(BigDecimal.valueOf(number));
            assertThat(Numeral.read(Integer.toString(number))).contains(BigDecimal.valueOf(number));
            assertThat(Numeral.read("%,d".formatted(number))).contains(BigDecimal.valueOf(number));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "七, 7",
        "两, 2",
        "十二, 12",
        "一十二, 12",
        "两百零三, 203",
        "一千五百三十八, 1538",
        "三千五, 3500",
        "一百五, 150",
        "一万二, 12000",
        "一亿二, 120000000",
        "二〇一八, 2018",
        "一〇五, 105",
        "一亿二千万, 120000000",
        "一万亿, 1000000000000",
        "1.2万, 12000",
        "3 千, 3000",
        "0.50, 0.5",
        "'1,538', 1538",
    })
    void numbers_in_every_fashion(String written, BigDecimal value) {
        assertThat(Numeral.read(written)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "二三", "万", "百", "千千万万", "五百百", "一亿亿零零零零零零零零零零零零零零零零零零零零零零零零"})
    void what_is_not_one_definite_number(String written) {
        assertThat(Numeral.read(written)).isEmpty();
    }

    /** Writes a number as it is taught at school. */
    private static String chinese(int number) {
        if (number == 0) {
            return "零";
        }
        int tenThousands = number / 10_000;
        int rest = number % 10_000;
        if (tenThousands == 0) {
            return group(rest).replaceFirst("^一十", "十");
        }
        String zero = rest > 0 && rest < 1_000 ? "零" : "";
        return group(tenThousands).replaceFirst("^一十", "十") + "万" + zero + (rest == 0 ? "" : group(rest));
    }

    private static String group(int number) {
        String[] units = {"千", "百", "十", ""};
        var written = new StringBuilder();
        boolean gap = false;
        int unit = 1_000;
        for (String name : units) {
            int digit = number / unit % 10;
            if (digit == 0) {
                gap = written.length() > 0;
            } else {
                written.append(gap ? "零" : "")
                        .append("零一二三四五六七八九".charAt(digit))
                        .append(name);
                gap = false;
            }
            unit /= 10;
        }
        return written.toString();
    }
}
