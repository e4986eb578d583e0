package gongkai.chassis.audit;

import gongkai.chassis.json.JsonColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.ZoneOffset;
import org.hibernate.Session;

/** Records who did what, from where and why. Nothing is ever removed from it. */
@ApplicationScoped
public class AuditLog {

    private static final String APPEND = """
            insert into audit.audit_entry
              (at, subject, name, roles, client, request, action, bureau, unit, resource, stated_by, before, after, reason)
            values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
            """;

    private final Session session;
    private final CurrentActor actors;
    private final Clock clock;

    AuditLog(Session session, CurrentActor actors, Clock clock) {
        this.session = session;
        this.actors = actors;
        this.clock = clock;
    }

    /** Records the change in the caller's transaction: both are committed, or neither. */
    @Transactional(TxType.MANDATORY)
    public void append(AuditedChange change) {
        Object[] values = values(change);
        session.doWork(connection -> {
            try (var statement = connection.prepareStatement(APPEND)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        });
    }

    private Object[] values(AuditedChange change) {
        Actor actor = actors.acting();
        return new Object[] {
            clock.instant().atOffset(ZoneOffset.UTC),
            actor.subject(),
            actor.name(),
            write(actor.roles()),
            actor.client(),
            actor.request(),
            actor.action(),
            change.bureau(),
            change.unit(),
            change.resource(),
            change.by(),
            write(change.before()),
            write(change.after()),
            change.reason()
        };
    }

    private static String write(Object value) {
        return value == null ? null : JsonColumns.write(value);
    }
}
