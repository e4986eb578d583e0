package gongkai.aggregation.collection;

/**
 * Which collections a caller can reach. It is part of the queries, so that none beyond it is ever selected.
 *
 * @param bureau whose own collections they are, and those of the levels below that were submitted to it
 */
public record Scope(String bureau) {}
