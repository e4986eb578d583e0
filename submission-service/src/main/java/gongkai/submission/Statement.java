package gongkai.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * What a unit states.
 *
 * @param figures indicator code to figure, in canonical form, so that equal figures are equal
 * @param derived which of them the unit left out, to follow from their rules
 * @param remarks in the unit's own words; null for none
 */
record Statement(SortedMap<String, BigDecimal> figures, List<String> derived, String remarks) {}
