package gongkai.submission.outbox;

/** The topic is another log than the one that was told so far, or has lost its end: what it should hold must be told again. */
public record LogIsNew() {}
