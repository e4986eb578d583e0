package gongkai.aggregation.collection;

/** One unit in one collection, whether or not the roster names it. */
public record UnitKey(String collection, String unit) {}
