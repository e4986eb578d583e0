package gongkai.aggregation.rollup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/** The relation that a rule requires of its two sides. */
public enum Relation {
    @JsonProperty("=")
    EQUAL {
        @Override
        boolean holds(BigDecimal left, BigDecimal right) {
            return left.compareTo(right) == 0;
        }
    },
    @JsonProperty("<=")
    AT_MOST {
        @Override
        boolean holds(BigDecimal left, BigDecimal right) {
            return left.compareTo(right) <= 0;
        }
    },
    @JsonProperty(">=")
    AT_LEAST {
        @Override
        boolean holds(BigDecimal left, BigDecimal right) {
            return left.compareTo(right) >= 0;
        }
    };

    abstract boolean holds(BigDecimal left, BigDecimal right);
}
