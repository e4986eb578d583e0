package gongkai.submission.intake;

import java.util.Map;

/**
 * The aggregation-service told everything again that it knows, of this collection this: what we may have lost since.
 *
 * @param revision of the collection itself
 * @param units by code, the revisions of their submissions
 */
public record KnownElsewhere(String collection, long revision, Map<String, Long> units) {}
