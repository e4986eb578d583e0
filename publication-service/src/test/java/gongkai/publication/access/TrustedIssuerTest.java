package gongkai.publication.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedIssuerTest {

    private static final String PROVIDER = "https://id.example/realms/gongkai";
    private static final String KEYS = PROVIDER + "/protocol/openid-connect/certs";
    private static final String LOCAL = "urn:gongkai:local";

    @Test
    void an_identity_provider_is_believed_anywhere() {
        assertThatCode(() -> trusted(PROVIDER, KEYS, "0.0.0.0").mustSuit(List.of("prod")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "test"})
    void the_local_platform_is_believed_on_its_own_machine(String profile) {
        assertThatCode(() -> trusted(LOCAL, "file:///tmp/token-keys.json", "127.0.0.1")
                        .mustSuit(List.of(profile)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"prod,127.0.0.1", "prod,0.0.0.0", "staging,127.0.0.1", "local,0.0.0.0", "local,services.example"})
    void the_local_platform_is_not_believed_elsewhere(String profile, String host) {
        refuses(trusted(LOCAL, KEYS, host), profile, "urn:gongkai:local");
    }

    @Test
    void production_with_the_local_profile_beside_it_is_production() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> trusted(LOCAL, KEYS, "127.0.0.1").mustSuit(List.of("local", "prod")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/keys.json", "http://id.example/certs", "keys.json"})
    void keys_that_do_not_come_over_https_are_not_believed_in_production(String keys) {
        refuses(trusted(PROVIDER, keys, "0.0.0.0"), "prod", "https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "local"})
    void nobody_in_particular_is_not_believed(String profile) {
        refuses(trusted(null, KEYS, "127.0.0.1"), profile, "mp.jwt.verify.issuer");
        refuses(trusted(PROVIDER, null, "127.0.0.1"), profile, "mp.jwt.verify.publickey.location");
    }

    private static void refuses(TrustedIssuer trusted, String profile, String words) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> trusted.mustSuit(List.of(profile)))
                .withMessageContaining(words);
    }

    private static TrustedIssuer trusted(String issuer, String keys, String host) {
        return new TrustedIssuer(Optional.ofNullable(issuer), Optional.ofNullable(keys), host);
    }
}
