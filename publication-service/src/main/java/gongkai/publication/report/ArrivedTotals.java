package gongkai.publication.report;

/**
 * Totals as they came, and what they mean here.
 *
 * @param event the JSON they were read from, whole
 */
public record ArrivedTotals(Totals totals, String event) {}
