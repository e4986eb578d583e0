package gongkai.submission.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import gongkai.submission.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Each token differs from a good one in one respect, for which it is refused. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class ForgedTokenTest {

    private static final long MINUTE = 60;

    private final RsaJsonWebKey issuersKey = Tokens.signingKey();

    @Test
    void a_token_as_it_should_be_is_taken() throws JoseException {
        taken(signed(claims()));
    }

    @Test
    void a_token_is_still_taken_while_clocks_may_differ() throws JoseException {
        taken(signed(with("exp", now() - 5)));
    }

    @Test
    void a_token_signed_by_somebody_else_is_refused() throws JoseException {
        RsaJsonWebKey somebodys = RsaJwkGenerator.generateJwk(2048);

        refused(signed(claims(), "at+jwt", AlgorithmIdentifiers.RSA_USING_SHA256, somebodys.getPrivateKey()));
    }

    @Test
    void a_token_with_other_claims_under_a_good_signature_is_refused() throws JoseException {
        String[] good = signed(claims()).split("\\.", -1);
        String other = signed(with("bureau", "another")).split("\\.", -1)[1];

        refused(String.join(".", good[0], other, good[2]));
    }

    @Test
    void an_expired_token_is_refused() throws JoseException {
        refused(signed(with("exp", now() - MINUTE)));
    }

    @Test
    void a_token_that_never_expires_is_refused() throws JoseException {
        refused(signed(without("exp")));
    }

    @Test
    void a_token_that_is_not_yet_valid_is_refused() throws JoseException {
        refused(signed(with("nbf", now() + MINUTE)));
    }

    @Test
    void a_token_for_another_audience_is_refused() throws JoseException {
        refused(signed(with("aud", "another-system")));
        refused(signed(without("aud")));
    }

    @Test
    void a_token_of_another_issuer_is_refused() throws JoseException {
        refused(signed(with("iss", "https://somebody.example")));
        refused(signed(without("iss")));
    }

    @Test
    void a_token_of_nobody_is_refused() throws JoseException {
        refused(signed(without("sub")));
    }

    @Test
    void an_unsigned_token_is_refused() throws JoseException {
        refused(signed(claims(), "at+jwt", AlgorithmIdentifiers.NONE, null));
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_shared_secret_is_refused() throws JoseException {
        byte[] publicKey = issuersKey.getPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----"
                .formatted(Base64.getMimeEncoder().encodeToString(publicKey));

        refused(signed(claims(), "at+jwt", AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(publicKey)));
        refused(signed(
                claims(),
                "at+jwt",
                AlgorithmIdentifiers.HMAC_SHA256,
                new HmacKey(pem.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void a_token_signed_with_another_algorithm_is_refused() throws JoseException {
        refused(signed(claims(), "at+jwt", AlgorithmIdentifiers.RSA_USING_SHA512, issuersKey.getPrivateKey()));
    }

    @Test
    void a_token_of_another_type_is_refused() throws JoseException {
        refused(signed(claims(), "JWT", AlgorithmIdentifiers.RSA_USING_SHA256, issuersKey.getPrivateKey()));
        refused(signed(claims(), null, AlgorithmIdentifiers.RSA_USING_SHA256, issuersKey.getPrivateKey()));
    }

    @Test
    void what_is_no_token_is_refused() {
        refused("");
        refused("a.b.c");
        refused("x".repeat(4_000));
    }

    @Test
    void a_token_whose_roles_are_no_list_is_refused() throws JoseException {
        refused(signed(with("groups", Map.of("0", Role.AUDITOR))));
    }

    private String signed(Map<String, Object> claims) throws JoseException {
        return signed(claims, "at+jwt", AlgorithmIdentifiers.RSA_USING_SHA256, issuersKey.getPrivateKey());
    }

    private String signed(Map<String, Object> claims, String type, String algorithm, Key key) throws JoseException {
        var token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        if (type != null) {
            token.setHeader("typ", type);
        }
        token.setKeyIdHeaderValue(issuersKey.getKeyId());
        token.setAlgorithmHeaderValue(algorithm);
        token.setKey(key);
        token.setDoKeyValidation(false);
        token.setPayload(JsonUtil.toJson(claims));
        return token.getCompactSerialization();
    }

    private static Map<String, Object> claims() {
        return new TreeMap<>(Map.of(
                "iss",
                "urn:gongkai:local",
                "aud",
                "gongkai",
                "sub",
                "somebody",
                "groups",
                List.of(Role.AUDITOR),
                "bureau",
                "bureau",
                "iat",
                now() - 2 * MINUTE,
                "exp",
                now() + MINUTE));
    }

    private static Map<String, Object> with(String claim, Object value) {
        Map<String, Object> claims = claims();
        claims.put(claim, value);
        return claims;
    }

    private static Map<String, Object> without(String claim) {
        Map<String, Object> claims = claims();
        claims.remove(claim);
        return claims;
    }

    private static long now() {
        return System.currentTimeMillis() / 1_000;
    }

    private static void taken(String token) {
        given().auth().oauth2(token).get("/v1/collections").then().statusCode(200);
    }

    private static void refused(String token) {
        given().auth()
                .none()
                .header("Authorization", "Bearer " + token)
                .get("/v1/collections")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/no-valid-token"));
    }
}
