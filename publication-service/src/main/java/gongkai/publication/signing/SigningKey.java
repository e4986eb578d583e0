package gongkai.publication.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * The key that editions are signed with: Ed25519 (RFC 8037), in a file that only the service can read, as a JSON Web Key. Instances share
 * the file. The first start makes one; to change keys, put another in its place and start again: what the earlier one signed can still
 * be checked, because every key's public half is kept.
 */
@ApplicationScoped
public class SigningKey {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path file;
    private final SigningKeys keys;
    private final Clock clock;
    private volatile PublicJsonWebKey key;

    SigningKey(@ConfigProperty(name = "signing.key-file") Path file, SigningKeys keys, Clock clock) {
        this.file = file;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes StartupEvent event) throws IOException, JoseException {
        if (Files.notExists(file)) {
            make();
        }
        key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        keys.remember(key.getKeyId(), key.toJson(OutputControlLevel.PUBLIC_ONLY), clock.instant());
    }

    private void make() throws IOException, JoseException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        OctetKeyPairJsonWebKey made = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        var onlyOurs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(file, NEW, onlyOurs)) {
            channel.write(UTF_8.encode(made.toJson(OutputControlLevel.INCLUDE_PRIVATE)));
            Log.infof("There was no key to sign editions with; made one in %s", file.toAbsolutePath());
        } catch (FileAlreadyExistsException e) {
            Log.debugf("Another instance has made %s meanwhile (%s)", file, e.getMessage());
        }
    }

    /**
     * Signs a document.
     *
     * @param parts SHA-256 of its parts by JSON pointer, base64url: it tells where a document that was tampered with differs
     * @return a detached JWS (RFC 7515, appendix F): {@code header..signature}
     */
    public String sign(byte[] document, Map<String, String> parts) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            jws.setKeyIdHeaderValue(key.getKeyId());
            jws.setHeader("parts", parts);
            jws.setPayloadBytes(document);
            jws.setKey(key.getPrivateKey());
            return jws.getDetachedContentCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The document cannot be signed with " + file, e);
        }
    }
}
