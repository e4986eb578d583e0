package gongkai.aggregation.progress;

import gongkai.aggregation.rollup.Figures;

/** What a unit of the roster brings to the totals: the figures of its submitted submission. */
public record Contribution(String collection, String unit, String name, String kind, long revision, Figures figures) {}
