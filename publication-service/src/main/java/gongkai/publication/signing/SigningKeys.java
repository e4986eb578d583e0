package gongkai.publication.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** The public halves of all keys that ever signed. */
@ApplicationScoped
class SigningKeys {

    private static final String REMEMBER = """
            insert into signing_key (kid, jwk, since)
            values (?1, ?2, ?3)
            on conflict (kid) do nothing
            """;

    private static final String ALL = "select jwk from signing_key order by since desc, kid";

    private final EntityManager entities;

    SigningKeys(EntityManager entities) {
        this.entities = entities;
    }

    void remember(String kid, String jwk, Instant now) {
        entities.createNativeQuery(REMEMBER)
                .setParameter(1, kid)
                .setParameter(2, jwk)
                .setParameter(3, now)
                .executeUpdate();
    }

    /** As JSON Web Keys, the latest first. */
    @SuppressWarnings("unchecked") // The query selects one column of text.
    List<String> all() {
        return entities.createNativeQuery(ALL, String.class).getResultList();
    }
}
