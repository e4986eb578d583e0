package gongkai.chassis.security;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Starts the service only with safe settings: it knows its identity provider, and in production every connection is encrypted.
 *
 * <p>A local platform's tokens are good on that machine alone: neither in production nor on an address that others can reach.
 */
@ApplicationScoped
class ProductionSettingsCheck {

    private static final String LOCAL_ISSUER = "urn:gongkai:local";
    private static final Set<String> NOT_PRODUCTION = Set.of("local", "test", "dev");
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "::1");
    private static final Set<String> NO_PLAIN_HTTP = Set.of("disabled", "redirect");
    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([a-z-]+)");
    private static final String VERIFIED = "verify-full";
    private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");
    private static final String NOT_SET = "not set";

    private final Function<String, String> settings;

    ProductionSettingsCheck(Config config) {
        this.settings = name -> config.getOptionalValue(name, String.class).orElse(NOT_SET);
    }

    void check(@Observes StartupEvent starting) throws UnknownHostException {
        check(ConfigUtils.getProfiles());
    }

    /** @throws ConfigurationException with the setting to change */
    void check(List<String> profiles) throws UnknownHostException {
        boolean production = !NOT_PRODUCTION.containsAll(profiles);
        checkIssuer(production);
        if (production) {
            checkHttp();
            checkDatabase();
            checkKafka();
        }
    }

    private void checkIssuer(boolean production) {
        String issuer = settings.apply("mp.jwt.verify.issuer");
        String keys = settings.apply("mp.jwt.verify.publickey.location");
        require(
                !issuer.equals(NOT_SET) && !keys.equals(NOT_SET),
                "Whose tokens are to be believed? Set mp.jwt.verify.issuer to the identity provider,"
                        + " and mp.jwt.verify.publickey.location to the https address of its keys (JWKS).");
        require(
                !production || keys.startsWith("https://"),
                "The identity provider's keys must come over https, but mp.jwt.verify.publickey.location is %s."
                        .formatted(keys));
        require(
                !issuer.equals(LOCAL_ISSUER)
                        || (!production && LOCAL_HOSTS.contains(settings.apply("quarkus.http.host"))),
                "Tokens of %s are good for a platform on one machine, not for production:".formatted(LOCAL_ISSUER)
                        + " set mp.jwt.verify.issuer to the identity provider.");
    }

    /** A proxy that ends TLS and forwards plain HTTP must be on the same machine. */
    private void checkHttp() throws UnknownHostException {
        String plainHttp = settings.apply("quarkus.http.insecure-requests");
        require(
                NO_PLAIN_HTTP.contains(plainHttp)
                        || InetAddress.getByName(settings.apply("quarkus.http.host"))
                                .isLoopbackAddress(),
                "In production callers come over TLS, but quarkus.http.insecure-requests is %s:".formatted(plainHttp)
                        + " leave it as it is and set quarkus.tls.key-store, or let a proxy on the same machine end TLS"
                        + " and set quarkus.http.host to 127.0.0.1.");
    }

    private void checkDatabase() {
        var inUrl = SSL_MODE.matcher(settings.apply("quarkus.datasource.jdbc.url"));
        String mode = inUrl.find()
                ? inUrl.group(1)
                : settings.apply("quarkus.datasource.jdbc.additional-jdbc-properties.sslmode");
        require(
                mode.equals(VERIFIED),
                "In production PostgreSQL must show who it is, but sslmode is %s: it must be %s."
                        .formatted(mode, VERIFIED));
    }

    private void checkKafka() {
        String protocol = settings.apply("kafka.security.protocol");
        require(
                ENCRYPTED.contains(protocol),
                "In production Kafka is reached over TLS, but kafka.security.protocol is %s: it must be one of %s."
                        .formatted(protocol, ENCRYPTED.stream().sorted().toList()));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ConfigurationException(otherwise);
        }
    }
}
