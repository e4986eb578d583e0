package gongkai.publication.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.ZoneOffset;
import org.hibernate.Session;

/** Where it stands for ever who did what, from where and why. */
@ApplicationScoped
public class Trail {

    private static final String APPEND = """
            insert into audit.audit_entry
              (at, subject, name, roles, client, request, action, bureau, unit, resource, stated_by, before, after, reason)
            values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final Session session;
    private final Actors actors;
    private final Clock clock;

    Trail(Session session, Actors actors, Clock clock) {
        this.session = session;
        this.actors = actors;
        this.clock = clock;
    }

    /** Records the deed in the caller's transaction: either both it and its entry happen, or neither. */
    @Transactional(TxType.MANDATORY)
    public void append(Deed deed) {
        Object[] values = values(deed);
        session.doWork(connection -> {
            try (var statement = connection.prepareStatement(APPEND)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            }
        });
    }

    private Object[] values(Deed deed) {
        Actor actor = actors.acting();
        return new Object[] {
            clock.instant().atOffset(ZoneOffset.UTC),
            actor.subject(),
            actor.name(),
            write(actor.roles()),
            actor.client(),
            actor.request(),
            actor.action(),
            deed.bureau(),
            deed.unit(),
            deed.resource(),
            deed.by(),
            write(deed.before()),
            write(deed.after()),
            deed.reason()
        };
    }

    private static String write(Object value) {
        try {
            return value == null ? null : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry of the audit trail cannot be written", e);
        }
    }
}
