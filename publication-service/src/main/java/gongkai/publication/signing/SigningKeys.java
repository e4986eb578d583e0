package gongkai.publication.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** The public halves of all keys that ever signed. */
@ApplicationScoped
class SigningKeys {

    private static final String REMEMBER = """
            insert into signing_key (kid, jwk, since)
            values (?1, ?2, ?3)
            on conflict (kid) do nothing
            """;

    private static final String ALL = "select jwk from signing_key order by since desc, kid";

    private final Session session;

    SigningKeys(Session session) {
        this.session = session;
    }

    void remember(String kid, String jwk, Instant now) {
        session.createNativeMutationQuery(REMEMBER)
                .setParameter(1, kid)
                .setParameter(2, jwk)
                .setParameter(3, now)
                .executeUpdate();
    }

    /** As JSON Web Keys, the latest first. */
    List<String> all() {
        return session.createNativeQuery(ALL, String.class)
                .addScalar("jwk", String.class)
                .getResultList();
    }
}
