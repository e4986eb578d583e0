package gongkai.submission.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;

/** The relation that must hold between the two sides of a rule. */
public enum Relation {
    EQUAL("=") {
        @Override
        boolean holds(int comparison) {
            return comparison == 0;
        }
    },
    AT_MOST("<=") {
        @Override
        boolean holds(int comparison) {
            return comparison <= 0;
        }
    },
    AT_LEAST(">=") {
        @Override
        boolean holds(int comparison) {
            return comparison >= 0;
        }
    };

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    public boolean holds(BigDecimal left, BigDecimal right) {
        return holds(left.compareTo(right));
    }

    abstract boolean holds(int comparison);

    @JsonValue
    public String sign() {
        return sign;
    }

    @JsonCreator
    static Relation of(String sign) {
        return Arrays.stream(values())
                .filter(relation -> relation.sign.equals(sign))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A relation is one of =, <= and >=, not " + sign));
    }
}
