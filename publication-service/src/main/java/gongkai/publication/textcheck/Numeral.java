package gongkai.publication.textcheck;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one number as it is written: 1,538 and 1.2万, 一千五百三十八 and 二〇一八. */
final class Numeral {

    private static final String DIGITS = "零一二三四五六七八九";

    /** Below ten thousand; 十二 has no digit before its ten. */
    private static final Pattern GROUP =
            Pattern.compile("零?(?:([一二三四五六七八九])千)?零?(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?零?([一二三四五六七八九])?");

    /** 三千五 is 3500 and 一万二 is 12000: the last unit goes without saying. */
    private static final Pattern UNIT_UNSAID = Pattern.compile(".*[百千万亿][一二三四五六七八九]");

    private static final String UNITS = "十百千万亿";
    private static final String NEXT_SMALLER = "?十百千千";

    /** From four on, digits without units are read one by one; fewer are “two or three” (二三件), which is no number. */
    private static final int FEWEST_PLAIN_DIGITS = 4;

    private static final int MAX_CHARACTERS = 24;

    private Numeral() {}

    /** @return nothing where it cannot be read as one definite number */
    static Optional<BigDecimal> read(String written) {
        String number = written.replaceAll("[\\s,]", "");
        if (number.isEmpty() || number.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        return (isArabic(number) ? Optional.of(arabic(number)) : chinese(number)).map(Numeral::plain);
    }

    private static boolean isArabic(String number) {
        return number.charAt(0) >= '0' && number.charAt(0) <= '9';
    }

    private static BigDecimal arabic(String number) {
        String digits = number.replaceAll("[^0-9.].*", "");
        var value = new BigDecimal(digits);
        for (char unit : number.substring(digits.length()).toCharArray()) {
            value = value.multiply(worth(unit));
        }
        return value;
    }

    private static Optional<BigDecimal> chinese(String number) {
        String even = number.replace('〇', '零').replace('两', '二');
        if (even.chars().allMatch(character -> DIGITS.indexOf(character) >= 0)) {
            return digits(even);
        }
        if (UNIT_UNSAID.matcher(even).matches()) {
            char unit = even.charAt(even.length() - 2);
            // 一万二 leaves out a thousand; 一亿二 a thousand of ten thousands.
            even += NEXT_SMALLER.charAt(UNITS.indexOf(unit)) + (unit == '亿' ? "万" : "");
        }
        return inUnits(even);
    }

    private static Optional<BigDecimal> digits(String number) {
        if (number.length() > 1 && number.length() < FEWEST_PLAIN_DIGITS && number.indexOf('零') < 0) {
            return Optional.empty();
        }
        var arabic = new StringBuilder();
        number.chars().forEach(character -> arabic.append(DIGITS.indexOf(character)));
        return Optional.of(new BigDecimal(arabic.toString()));
    }

    private static Optional<BigDecimal> inUnits(String number) {
        for (char great : new char[] {'亿', '万'}) {
            int at = number.lastIndexOf(great);
            if (at >= 0) {
                String rest = number.substring(at + 1);
                return inUnits(number.substring(0, at))
                        .filter(many -> many.signum() > 0)
                        .map(many -> many.multiply(worth(great)))
                        .flatMap(high -> rest.isEmpty()
                                ? Optional.of(high)
                                : inUnits(rest).map(high::add));
            }
        }
        Matcher group = GROUP.matcher(number);
        if (number.isEmpty() || !group.matches()) {
            return Optional.empty();
        }
        int tens = group.group(4) == null ? 0 : Math.max(1, digit(group.group(3)));
        int value = 1_000 * digit(group.group(1)) + 100 * digit(group.group(2)) + 10 * tens + digit(group.group(5));
        return Optional.of(BigDecimal.valueOf(value));
    }

    private static int digit(String character) {
        return character == null ? 0 : DIGITS.indexOf(character);
    }

    static BigDecimal worth(char unit) {
        return switch (unit) {
            case '十' -> BigDecimal.TEN;
            case '百' -> BigDecimal.valueOf(100);
            case '千' -> BigDecimal.valueOf(1_000);
            case '万' -> BigDecimal.valueOf(10_000);
            case '亿' -> BigDecimal.valueOf(100_000_000);
            default -> throw new IllegalArgumentException("not a unit: " + unit);
        };
    }

    /** 2.0 is 2, and 1E+4 is 10000. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
