package gongkai.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

    @TempDir
    Path folder;

    @Test
    void its_token_says_who_somebody_is_and_is_signed_with_a_key_that_it_publishes() throws Exception {
        var issuer = LocalIssuer.in(folder);

        String token = issuer.token(Person.unitClerk("a-bureau", "a-unit"), Duration.ofMinutes(1));

        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(published(issuer).getJsonWebKeys()))
                .setExpectedIssuer(LocalIssuer.NAME)
                .setExpectedAudience("gongkai")
                .setExpectedType(true, "at+jwt")
                .setRequireExpirationTime()
                .setRequireJwtId()
                .build()
                .processToClaims(token);
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("unit-clerk");
        assertThat(claims.getStringClaimValue("bureau")).isEqualTo("a-bureau");
        assertThat(claims.getStringClaimValue("unit")).isEqualTo("a-unit");
    }

    @Test
    void its_private_key_is_for_its_owner_alone_and_not_among_what_it_publishes() throws Exception {
        var issuer = LocalIssuer.in(folder);

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("token-signing-key.json"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(Path.of(issuer.publicKeys())))
                .contains("\"n\"")
                .doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    void it_keeps_its_key() throws Exception {
        var first = LocalIssuer.in(folder);
        String before = Files.readString(Path.of(first.publicKeys()));

        var second = LocalIssuer.madeIn(folder);

        assertThat(Files.readString(Path.of(second.publicKeys()))).isEqualTo(before);
    }

    @Test
    void a_folder_where_no_platform_has_been_has_none() {
        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> LocalIssuer.madeIn(folder))
                .withMessageContaining("deploy/run has not kept its data");
    }

    private static JsonWebKeySet published(LocalIssuer issuer) throws Exception {
        return new JsonWebKeySet(Files.readString(Path.of(issuer.publicKeys())));
    }
}
