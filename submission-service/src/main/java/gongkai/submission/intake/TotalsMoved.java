package gongkai.submission.intake;

import java.util.Set;

/** Something was heard of the totals of these collections: whatever waits for one of them may look again. */
public record TotalsMoved(Set<String> collections) {}
