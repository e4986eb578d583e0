package gongkai.deploy.endtoend;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import gongkai.deploy.local.LocalIssuer;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each token differs from a good one in one respect, for which every service refuses it. Other respects are the chassis' tests. */
@ExtendWith(SharedPlatform.class)
class ForgedTokenIT {

    private static final long MINUTE = 60;

    /** They answer 404 to a valid token, and 401 to any other. */
    private static final Map<Service, String> ADDRESSES = Map.of(
            Service.SUBMISSION, "/v1/collections/none-2018",
            Service.AGGREGATION, "/v1/totals/none-2018/progress",
            Service.PUBLICATION, "/v1/reports/none-2018/draft");

    private final Platform platform;
    private final RsaJsonWebKey issuersKey;

    ForgedTokenIT(Platform platform) throws IOException, JoseException {
        this.platform = platform;
        Path file = Path.of(platform.issuer().publicKeys()).resolveSibling("token-signing-key.json");
        this.issuersKey = (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_as_it_should_be_is_taken(Service service) throws JoseException {
        taken(service, signed(claims()));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_for_another_audience_is_refused(Service service) throws JoseException {
        refused(service, signed(with("aud", "another-system")));
        refused(service, signed(without("aud")));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_of_another_issuer_is_refused(Service service) throws JoseException {
        refused(service, signed(with("iss", "https://somebody.example")));
        refused(service, signed(without("iss")));
    }

    @ParameterizedTest
    @EnumSource
    void an_unsigned_token_is_refused(Service service) throws JoseException {
        refused(service, signed(claims(), AlgorithmIdentifiers.NONE, null));
    }

    @ParameterizedTest
    @EnumSource
    void a_token_signed_with_the_public_key_as_a_shared_secret_is_refused(Service service) throws JoseException {
        byte[] publicKey = issuersKey.getPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----"
                .formatted(Base64.getMimeEncoder().encodeToString(publicKey));

        for (byte[] secret : List.of(publicKey, pem.getBytes(US_ASCII))) {
            refused(service, signed(claims(), AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(secret)));
        }
    }

    private String signed(Map<String, Object> claims) throws JoseException {
        return signed(claims, AlgorithmIdentifiers.RSA_USING_SHA256, issuersKey.getPrivateKey());
    }

    private String signed(Map<String, Object> claims, String algorithm, Key key) throws JoseException {
        var token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setDoKeyValidation(false);
        token.setHeader("typ", "at+jwt");
        token.setKeyIdHeaderValue(issuersKey.getKeyId());
        token.setAlgorithmHeaderValue(algorithm);
        token.setKey(key);
        token.setPayload(JsonUtil.toJson(claims));
        return token.getCompactSerialization();
    }

    private static Map<String, Object> claims() {
        return new TreeMap<>(Map.of(
                "iss",
                LocalIssuer.NAME,
                "aud",
                "gongkai",
                "sub",
                "somebody",
                "groups",
                List.of("auditor"),
                "bureau",
                "a-bureau",
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
        return Instant.now().getEpochSecond();
    }

    private void taken(Service service, String token) {
        assertThat(call(service, token)).isEqualTo(404);
    }

    private int call(Service service, String token) {
        return given().auth()
                .oauth2(token)
                .get(platform.uri(service).resolve(ADDRESSES.get(service)))
                .statusCode();
    }

    private void refused(Service service, String token) {
        given().header("Authorization", "Bearer " + token)
                .get(platform.uri(service).resolve(ADDRESSES.get(service)))
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/no-valid-token"));
    }
}
