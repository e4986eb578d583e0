package gongkai.deploy.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One line of the table.
 *
 * @param what was measured
 * @param value of it, in {@code unit}
 * @param floor what this machine did at best, in the same run and unit; 0 where there is none
 * @param aim in words; empty for none
 */
record Measurement(String what, long value, String unit, long floor, String aim) {

    static Measurement of(String what, long value, String unit) {
        return new Measurement(what, value, unit, 0, "");
    }

    /** The value as a share of the floor, to two decimals; null where there is none. */
    BigDecimal ratio() {
        return floor == 0 ? null : BigDecimal.valueOf(value).divide(BigDecimal.valueOf(floor), 2, RoundingMode.HALF_UP);
    }
}
