package gongkai.aggregation.rollup;

import java.math.BigDecimal;

/** A rule that the figures break (校核问题), with what its two sides came to. */
public record Finding(Rule rule, BigDecimal left, BigDecimal right) {}
