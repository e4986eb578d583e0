package gongkai.publication.outbox;

/** The topic is another log than the one that was told so far: whatever it should hold must be told again. */
public record LogIsNew() {}
