package gongkai.aggregation.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets the service start only where it knows whose tokens to believe.
 *
 * <p>What a platform on one machine signs is believed on that machine alone: neither in production nor where others can reach the
 * service.
 */
@ApplicationScoped
class TrustedIssuer {

    private static final String OF_A_LOCAL_PLATFORM = "urn:gongkai:local";

    private static final Set<String> NOT_PRODUCTION = Set.of("local", "test", "dev");

    private static final Set<String> ON_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private final Optional<String> issuer;
    private final Optional<String> keys;
    private final String host;

    TrustedIssuer(
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.issuer = issuer;
        this.keys = keys;
        this.host = host;
    }

    void check(@Observes StartupEvent starting) {
        mustSuit(ConfigUtils.getProfiles());
    }

    /** @throws ConfigurationException in words for whoever starts the service */
    void mustSuit(List<String> profiles) {
        if (issuer.isEmpty() || keys.isEmpty()) {
            throw new ConfigurationException(
                    "Whose tokens are to be believed? Set mp.jwt.verify.issuer to the identity provider,"
                            + " and mp.jwt.verify.publickey.location to the https address of its keys (JWKS).");
        }
        boolean production = !NOT_PRODUCTION.containsAll(profiles);
        if (production && !keys.get().startsWith("https://")) {
            throw new ConfigurationException(
                    "The identity provider's keys must come over https, but mp.jwt.verify.publickey.location is %s."
                            .formatted(keys.get()));
        }
        if (issuer.get().equals(OF_A_LOCAL_PLATFORM) && (production || !ON_THIS_MACHINE.contains(host))) {
            throw new ConfigurationException("Tokens of %s are good for a platform on one machine, not for production:"
                            .formatted(OF_A_LOCAL_PLATFORM)
                    + " set mp.jwt.verify.issuer to the identity provider.");
        }
    }
}
