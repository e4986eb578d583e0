package gongkai.deploy.endtoend;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gongkai.deploy.local.CannotRun;
import gongkai.deploy.local.LocalIssuer;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service in production refuses unsafe settings. */
@ExtendWith(SharedPlatform.class)
class ProductionIT {

    private static final String PRODUCTION = "prod";

    private final Platform platform;

    ProductionIT(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @EnumSource
    void it_does_not_start_with_the_local_platforms_issuer(Service service) {
        Map<String, String> settings = inProduction(Map.of(
                "MP_JWT_VERIFY_ISSUER",
                LocalIssuer.NAME,
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "https://id.example/certs"));

        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> platform.startAnother(service, settings))
                .withMessageContaining("Tokens of urn:gongkai:local are good for a platform on one machine");
    }

    @ParameterizedTest
    @EnumSource
    void it_does_not_start_with_keys_that_are_a_file(Service service) {
        Map<String, String> settings = inProduction(Map.of("MP_JWT_VERIFY_ISSUER", "https://id.example"));

        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> platform.startAnother(service, settings))
                .withMessageContaining("must come over https");
    }

    @ParameterizedTest
    @EnumSource
    void the_local_platforms_issuer_is_not_believed_where_others_reach_the_service(Service service) {
        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> platform.startAnother(service, Map.of("QUARKUS_HTTP_HOST", "0.0.0.0")))
                .withMessageContaining("Tokens of urn:gongkai:local are good for a platform on one machine");
    }

    /** As far as it gets on this platform, where nothing is encrypted. */
    private static Map<String, String> inProduction(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("QUARKUS_PROFILE", PRODUCTION);
        settings.put("QUARKUS_HTTP_INSECURE_REQUESTS", "enabled");
        settings.put("QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_SSLMODE", "disable");
        settings.put("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
        return settings;
    }
}
