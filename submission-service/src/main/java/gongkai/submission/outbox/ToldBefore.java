package gongkai.submission.outbox;

import java.util.List;

/** Events of ours that stand in the log although this database does not know that it told them: it has been set back. */
public record ToldBefore(List<String> events) {}
