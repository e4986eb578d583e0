package gongkai.publication.edge;

import static jakarta.interceptor.Interceptor.Priority.LIBRARY_AFTER;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * In production nothing travels in the clear: not to callers, not to Kafka, not to PostgreSQL. {@code application.properties} has it so;
 * a service whose settings say otherwise does not start.
 */
@ApplicationScoped
class EncryptedConnections {

    private static final Set<String> NOT_PRODUCTION = Set.of("local", "test", "dev");

    private static final int BEFORE_ANSWERS = 900;

    private static final String A_YEAR = "max-age=31536000";

    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([a-z-]+)");
    private static final String VERIFIED = "verify-full";

    private static final Set<String> ENCRYPTED = Set.of("SSL", "SASL_SSL");

    private final String host;
    private final Optional<String> plainHttp;
    private final String database;
    private final Optional<String> sslMode;
    private final Optional<String> kafka;

    EncryptedConnections(
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.insecure-requests") Optional<String> plainHttp,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
            @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode")
                    Optional<String> sslMode,
            @ConfigProperty(name = "kafka.security.protocol") Optional<String> kafka) {
        this.host = host;
        this.plainHttp = plainHttp;
        this.database = database;
        this.sslMode = sslMode;
        this.kafka = kafka;
    }

    /** After whoever asks whom to believe. */
    void check(@Observes @Priority(LIBRARY_AFTER) StartupEvent starting) throws UnknownHostException {
        if (NOT_PRODUCTION.containsAll(ConfigUtils.getProfiles())) {
            return;
        }
        // Whoever ends TLS in front of us and speaks plainly from there on must be on the same machine.
        boolean plain = !plainHttp.equals(Optional.of("disabled")) && !plainHttp.equals(Optional.of("redirect"));
        if (plain && !InetAddress.getByName(host).isLoopbackAddress()) {
            throw new ConfigurationException(
                    "In production callers come over TLS, but quarkus.http.insecure-requests is %s:"
                                    .formatted(plainHttp.orElse("not set"))
                            + " leave it as it is and set quarkus.tls.key-store, or let a proxy on the same machine end TLS"
                            + " and set quarkus.http.host to 127.0.0.1.");
        }
        var inUrl = SSL_MODE.matcher(database);
        String mode = inUrl.find() ? inUrl.group(1) : sslMode.orElse("not set");
        if (!mode.equals(VERIFIED)) {
            throw new ConfigurationException(
                    "In production PostgreSQL must show who it is, but sslmode is %s: it must be %s."
                            .formatted(mode, VERIFIED));
        }
        if (kafka.filter(ENCRYPTED::contains).isEmpty()) {
            throw new ConfigurationException(
                    "In production Kafka is reached over TLS, but kafka.security.protocol is %s: it must be one of %s."
                            .formatted(
                                    kafka.orElse("not set"),
                                    ENCRYPTED.stream().sorted().toList()));
        }
    }

    /** Browsers that came over TLS once are to come so for a year; over a plain connection this must not be said (RFC 6797). */
    void register(@Observes Filters filters) {
        filters.register(EncryptedConnections::tellBrowsers, BEFORE_ANSWERS);
    }

    private static void tellBrowsers(RoutingContext exchange) {
        if (exchange.request().isSSL()) {
            exchange.response().putHeader("Strict-Transport-Security", A_YEAR);
        }
        exchange.next();
    }
}
