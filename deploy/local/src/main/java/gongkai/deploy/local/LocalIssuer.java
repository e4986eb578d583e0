package gongkai.deploy.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Issues tokens as an identity provider does (RFC 9068), for a platform on one machine.
 *
 * <p>Its key pair is made when it is first needed and never leaves its folder. The services believe it only where nobody else can
 * reach them.
 */
public final class LocalIssuer {

    /** The issuer's name, which no service in production trusts. */
    public static final String NAME = "urn:gongkai:local";

    private static final String SIGNING_KEY = "token-signing-key.json";
    private static final String AUDIENCE = "gongkai";
    private static final int BITS = 2048;

    private final RsaJsonWebKey key;
    private final Path publicKeys;

    private LocalIssuer(RsaJsonWebKey key, Path publicKeys) {
        this.key = key;
        this.publicKeys = publicKeys;
    }

    /** The issuer whose keys are in this folder, made if they are missing. */
    public static LocalIssuer in(Path folder) {
        Path publicKeys = folder.resolve("token-keys.json");
        Path file = folder.resolve(SIGNING_KEY);
        try {
            if (Files.notExists(file)) {
                make(file, publicKeys);
            }
            var key = (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
            return new LocalIssuer(key, publicKeys);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of the local issuer are not usable in " + folder, e);
        } catch (JoseException e) {
            throw new CannotRun("%s is not a key as it was made: remove it, and a new one is made".formatted(file), e);
        }
    }

    /**
     * The issuer of a platform that has been started.
     *
     * @throws CannotRun where none has kept its data in this folder
     */
    static LocalIssuer madeIn(Path folder) {
        if (Files.notExists(folder.resolve(SIGNING_KEY))) {
            throw new CannotRun("deploy/run has not kept its data in %s".formatted(folder));
        }
        return in(folder);
    }

    private static void make(Path file, Path publicKeys) throws IOException, JoseException {
        RsaJsonWebKey made = RsaJwkGenerator.generateJwk(BITS);
        made.setKeyId(UUID.randomUUID().toString());
        made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        made.setUse("sig");
        Files.writeString(publicKeys, new JsonWebKeySet(made).toJson(OutputControlLevel.PUBLIC_ONLY));
        var ownerAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path whole = Files.createTempFile(file.getParent(), "token-signing-key", ".tmp", ownerAlone);
        Files.write(whole, made.toJson(OutputControlLevel.INCLUDE_PRIVATE).getBytes(UTF_8));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The address of its public keys (JWKS). */
    public URI publicKeys() {
        return publicKeys.toUri();
    }

    public String token(Person person, Duration validity) {
        return sign(claims(person, validity));
    }

    private static JwtClaims claims(Person person, Duration validity) {
        var claims = new JwtClaims();
        claims.setIssuer(NAME);
        claims.setAudience(AUDIENCE);
        claims.setSubject(person.subject());
        claims.setClaim("client_id", "deploy");
        claims.setClaim("name", person.name());
        claims.setStringListClaim("groups", person.roles());
        if (person.bureau() != null) {
            claims.setClaim("bureau", person.bureau());
        }
        if (person.unit() != null) {
            claims.setClaim("unit", person.unit());
        }
        claims.setGeneratedJwtId();
        NumericDate now = NumericDate.now();
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + validity.toSeconds()));
        return claims;
    }

    private String sign(JwtClaims claims) {
        var token = new JsonWebSignature();
        token.setHeader("typ", "at+jwt");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Its own key signs", e);
        }
    }
}
