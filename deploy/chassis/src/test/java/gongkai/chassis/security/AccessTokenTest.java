package gongkai.chassis.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import gongkai.chassis.RealPlatform;
import gongkai.chassis.Tokens;
import gongkai.deploy.local.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class AccessTokenTest {

    private static final long MINUTE = 60;

    @ConfigProperty(name = "mp.jwt.verify.publickey.location")
    String keys;

    private RsaJsonWebKey issuersKey;

    @BeforeEach
    void read_the_key_of_the_issuer() throws IOException, JoseException {
        Path file = Path.of(URI.create(keys)).resolveSibling("token-signing-key.json");
        issuersKey = (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
    }

    @Test
    void a_public_operation_needs_no_token_and_ignores_a_bad_one() {
        given().auth().none().get("/v1/samples").then().statusCode(200);
        given().auth().oauth2("no.token.atall").get("/v1/samples").then().statusCode(200);
    }

    @Test
    void without_a_token_the_problem_names_the_scheme() {
        given().auth()
                .none()
                .get("/v1/samples/secret")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/no-valid-token"))
                .body("title", equalTo("没有有效的令牌"));
    }

    @Test
    void another_role_is_rejected_in_its_language() {
        given().auth()
                .oauth2(Tokens.of(Person.of(Role.BUREAU_EDITOR, "bureau")))
                .header("Accept-Language", "en")
                .get("/v1/samples/secret")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-allowed"))
                .body("title", equalTo("Your role does not allow that"));
    }

    @Test
    void a_good_token_is_accepted() throws JoseException {
        call(signed(claims())).statusCode(200);
        call(signed(with("exp", now() - 5))).statusCode(200);
    }

    @Test
    void a_token_of_another_key_is_rejected() throws JoseException {
        var anothers = RsaJwkGenerator.generateJwk(2048).getPrivateKey();

        rejected(signed(claims(), "at+jwt", AlgorithmIdentifiers.RSA_USING_SHA256, anothers));
    }

    @Test
    void other_claims_under_a_good_signature_are_rejected() throws JoseException {
        String[] good = signed(claims()).split("\\.", -1);
        String other = signed(with("bureau", "another")).split("\\.", -1)[1];

        rejected(String.join(".", good[0], other, good[2]));
    }

    @Test
    void an_unsigned_token_is_rejected() throws JoseException {
        rejected(signed(claims(), "at+jwt", AlgorithmIdentifiers.NONE, null));
    }

    @Test
    void a_token_that_is_signed_with_the_public_key_as_a_secret_is_rejected() throws JoseException {
        var secret = new HmacKey(issuersKey.getPublicKey().getEncoded());

        rejected(signed(claims(), "at+jwt", AlgorithmIdentifiers.HMAC_SHA256, secret));
    }

    @Test
    void a_token_of_another_type_is_rejected() throws JoseException {
        rejected(signed(claims(), "JWT", AlgorithmIdentifiers.RSA_USING_SHA256, issuersKey.getPrivateKey()));
    }

    @Test
    void a_token_of_another_issuer_or_for_another_audience_is_rejected() throws JoseException {
        rejected(signed(with("iss", "https://another.example")));
        rejected(signed(with("aud", "another-system")));
    }

    @Test
    void an_expired_token_is_rejected() throws JoseException {
        rejected(signed(with("exp", now() - MINUTE)));
    }

    @Test
    void a_token_without_a_subject_is_rejected() throws JoseException {
        Map<String, Object> claims = claims();
        claims.remove("sub");

        rejected(signed(claims));
    }

    @Test
    void roles_that_are_no_list_are_rejected() throws JoseException {
        rejected(signed(with("groups", Map.of(Role.AUDITOR, true))));
    }

    private static ValidatableResponse call(String token) {
        return given().auth().oauth2(token).get("/v1/samples/secret").then();
    }

    private static void rejected(String token) {
        call(token).statusCode(401).body("type", equalTo("/problems/no-valid-token"));
    }

    private static Map<String, Object> with(String claim, Object value) {
        Map<String, Object> claims = claims();
        claims.put(claim, value);
        return claims;
    }

    private static Map<String, Object> claims() {
        return new HashMap<>(Map.of(
                "iss", "urn:gongkai:local",
                "aud", "gongkai",
                "sub", "somebody",
                "groups", List.of(Role.AUDITOR),
                "bureau", "bureau",
                "iat", now() - 2 * MINUTE,
                "exp", now() + MINUTE));
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private String signed(Map<String, Object> claims) throws JoseException {
        return signed(claims, "at+jwt", AlgorithmIdentifiers.RSA_USING_SHA256, issuersKey.getPrivateKey());
    }

    private String signed(Map<String, Object> claims, String type, String algorithm, Key key) throws JoseException {
        var content = new JwtClaims();
        claims.forEach(content::setClaim);
        var token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setPayload(content.toJson());
        token.setHeader("typ", type);
        token.setKeyIdHeaderValue(issuersKey.getKeyId());
        token.setAlgorithmHeaderValue(algorithm);
        token.setKey(key);
        return token.getCompactSerialization();
    }
}
