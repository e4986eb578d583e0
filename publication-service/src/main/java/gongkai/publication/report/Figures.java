package gongkai.publication.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one way a figure is written, so that equal figures are equal bytes in every edition. */
final class Figures {

    /** Amounts in 万元 go down to a hundredth of a yuan. */
    private static final int MAX_DECIMALS = 6;

    /** More than any count on earth, and as many as every reader of JSON keeps: what is signed is what is read. */
    private static final int MAX_DIGITS = 15;

    private Figures() {}

    /** Without trailing zeros after the point, and without an exponent: 12.50 is 12.5, 1E+1 is 10. */
    static BigDecimal canonical(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        if (stripped.scale() > MAX_DECIMALS
                || Math.max(stripped.precision(), stripped.precision() - stripped.scale()) > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "a figure has at most %d digits, %d of them after the point".formatted(MAX_DIGITS, MAX_DECIMALS));
        }
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
