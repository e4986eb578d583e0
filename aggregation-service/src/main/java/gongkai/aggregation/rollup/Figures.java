package gongkai.aggregation.rollup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Figures by indicator code, in the order they were given. An indicator without a figure is one that nobody has stated,
 * which is not the same as 0.
 */
public record Figures(@JsonValue Map<String, BigDecimal> byCode) {

    public static final Figures NONE = new Figures(Map.of());

    /** Far beyond any count of anything, yet small enough that no exponent can exhaust the memory. */
    private static final int MAX_DIGITS = 30;

    /** 万元 to the hundredth of a yuan. */
    private static final int MAX_DECIMALS = 6;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Figures {
        var canonical = new LinkedHashMap<String, BigDecimal>();
        byCode.forEach((code, figure) -> canonical.put(code, canonical(checked(code, figure))));
        byCode = Collections.unmodifiableMap(canonical);
    }

    /** These figures, but for those. */
    public Figures with(Map<String, BigDecimal> others) {
        if (others.isEmpty()) {
            return this;
        }
        var all = new LinkedHashMap<>(byCode);
        all.putAll(others);
        return new Figures(all);
    }

    public Optional<BigDecimal> get(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Without trailing zeros or exponent, so that equal figures are equal objects and the same bytes of JSON. */
    static BigDecimal canonical(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal checked(String code, BigDecimal figure) {
        if (figure == null
                || figure.signum() < 0
                || figure.precision() - (long) figure.scale() > MAX_DIGITS
                || figure.stripTrailingZeros().scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException("%s is not a figure: %s".formatted(code, figure));
        }
        return figure;
    }
}
