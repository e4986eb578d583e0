package gongkai.publication.report;

/**
 * Totals as they came, and what they mean here.
 *
 * @param event the JSON they were read from, whole
 * @param trace of the request that caused it; null for none
 * @param again whether they were told once more, because the log was new: there are no others then
 */
public record ArrivedTotals(Totals totals, String event, String trace, boolean again) {}
