package gongkai.chassis.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionSettingsCheckTest {

    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final String KEYS = "mp.jwt.verify.publickey.location";
    private static final String HOST = "quarkus.http.host";
    private static final String LOCAL = "urn:gongkai:local";

    private static final Map<String, String> OF_PRODUCTION = Map.of(
            ISSUER,
            "https://id.example/realms/gongkai",
            KEYS,
            "https://id.example/realms/gongkai/protocol/openid-connect/certs",
            HOST,
            "0.0.0.0",
            "quarkus.http.insecure-requests",
            "disabled",
            "quarkus.datasource.jdbc.url",
            "jdbc:postgresql://database.example/submission",
            "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode",
            "verify-full",
            "kafka.security.protocol",
            "SASL_SSL");

    @Test
    void production_starts_with_an_identity_provider_and_encrypted_connections() {
        assertThatCode(() -> check(with(HOST, "0.0.0.0")).check(List.of("prod")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "test"})
    void the_local_platform_is_trusted_on_its_own_machine(String profile) {
        var settings = Map.of(ISSUER, LOCAL, KEYS, "file:///tmp/token-keys.json", HOST, "127.0.0.1");

        assertThatCode(() -> check(settings).check(List.of(profile))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"prod,127.0.0.1", "prod,0.0.0.0", "staging,127.0.0.1", "local,0.0.0.0", "local,services.example"})
    void the_local_platform_is_not_trusted_elsewhere(String profile, String host) {
        var settings = with(ISSUER, LOCAL);
        settings.put(HOST, host);

        rejects(settings, profile, LOCAL);
    }

    @Test
    void production_with_the_local_profile_beside_it_is_production() {
        var settings = with(ISSUER, LOCAL);
        settings.put(HOST, "127.0.0.1");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> check(settings).check(List.of("local", "prod")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/keys.json", "http://id.example/certs", "keys.json"})
    void keys_must_come_over_https_in_production(String keys) {
        rejects(with(KEYS, keys), "prod", "https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "local"})
    void the_issuer_and_its_keys_have_no_default(String profile) {
        rejects(without(ISSUER), profile, ISSUER);
        rejects(without(KEYS), profile, KEYS);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.insecure-requests,enabled,quarkus.tls.key-store",
        "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode,require,verify-full",
        "quarkus.datasource.jdbc.url,jdbc:postgresql://db.example/x?sslmode=prefer,verify-full",
        "kafka.security.protocol,SASL_PLAINTEXT,SASL_SSL"
    })
    void every_connection_is_encrypted_in_production(String setting, String value, String words) {
        rejects(with(setting, value), "prod", words);
    }

    @Test
    void a_proxy_on_the_same_machine_may_end_tls() {
        var settings = with("quarkus.http.insecure-requests", "enabled");
        settings.put(HOST, "127.0.0.1");

        assertThatCode(() -> check(settings).check(List.of("prod"))).doesNotThrowAnyException();
    }

    private static void rejects(Map<String, String> settings, String profile, String words) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> check(settings).check(List.of(profile)))
                .withMessageContaining(words);
    }

    private static Map<String, String> with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(OF_PRODUCTION);
        settings.put(setting, value);
        return settings;
    }

    private static Map<String, String> without(String setting) {
        Map<String, String> settings = new HashMap<>(OF_PRODUCTION);
        settings.remove(setting);
        return settings;
    }

    private static ProductionSettingsCheck check(Map<String, String> settings) {
        return new ProductionSettingsCheck(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }
}
