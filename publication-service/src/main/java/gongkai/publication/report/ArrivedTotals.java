package gongkai.publication.report;

/**
 * Totals as they came, and what they mean here.
 *
 * @param event the JSON they were read from, whole
 * @param trace of the request that caused it; null for none
 */
public record ArrivedTotals(Totals totals, String event, String trace) {}
