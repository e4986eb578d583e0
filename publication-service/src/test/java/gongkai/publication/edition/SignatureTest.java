package gongkai.publication.edition;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.publication.Clerk;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anybody can check an edition with the public key alone. */
@QuarkusTest
class SignatureTest {

    private final String report = "signature-" + UUID.randomUUID();

    @Inject
    TotalsFixture totalsFixture;

    private byte[] document;
    private String signature;

    @BeforeEach
    void an_edition_is_published() {
        totalsFixture.receive(SampleTotals.complete().of(report));
        document = new Clerk(report).published().asByteArray();
        signature =
                given().get("/v1/reports/{report}/editions/1/signature", report).asString();
    }

    @Test
    void the_signature_is_of_the_very_bytes() throws Exception {
        assertThat(isSigned(document)).isTrue();
    }

    @Test
    void the_signature_is_of_no_other_bytes() throws Exception {
        byte[] tampered = new String(document, UTF_8)
                .replace("\"value\":12", "\"value\":13")
                .getBytes(UTF_8);

        assertThat(isSigned(tampered)).isFalse();
    }

    @Test
    void its_header_has_the_digest_of_each_part() throws Exception {
        JsonNode header = new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(signature.substring(0, signature.indexOf('.'))));
        JsonNode figure = new ObjectMapper().readTree(document).at("/figures/0");

        byte[] canonical = new JsonCanonicalizer("{\"part\":%s}".formatted(figure)).getEncodedUTF8();

        assertThat(header.path("parts").path("/figures/0").asText())
                .isEqualTo(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(canonical)));
        assertThat(header.path("parts").has("/narrative/0")).isTrue();
    }

    private boolean isSigned(byte[] bytes) throws Exception {
        var jws = new JsonWebSignature();
        jws.setCompactSerialization(signature);
        jws.setEncodedPayload(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        var keys = new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());
        jws.setKey(
                ((PublicJsonWebKey) keys.findJsonWebKey(jws.getKeyIdHeaderValue(), null, null, null)).getPublicKey());
        return jws.verifySignature();
    }
}
