package gongkai.deploy.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine with its key, made for one test, in each form that somebody wants. */
final class Certificate {

    private static final String ALIAS = "localhost";

    private final Path store;
    private final String password = UUID.randomUUID().toString();
    private final Path certificate;
    private final Path key;
    private final KeyStore read;

    private Certificate(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        store = folder.resolve("key.p12");
        make();
        read = KeyStore.getInstance(store.toFile(), password.toCharArray());
        certificate = write(
                folder.resolve("certificate.pem"),
                "CERTIFICATE",
                read.getCertificate(ALIAS).getEncoded());
        key = write(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                read.getKey(ALIAS, password.toCharArray()).getEncoded());
    }

    static Certificate in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        return new Certificate(folder);
    }

    /** Key and certificate together (PKCS #12). */
    Path store() {
        return store;
    }

    String password() {
        return password;
    }

    Path certificate() {
        return certificate;
    }

    Path key() {
        return key;
    }

    /** Believes this certificate and no other. */
    SSLContext trust() throws GeneralSecurityException, IOException {
        var known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        known.setCertificateEntry(ALIAS, read.getCertificate(ALIAS));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private void make() throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate: " + said);
        }
    }

    /** For its owner alone: PostgreSQL takes no key that others can read. */
    private static Path write(Path file, String what, byte[] content) throws IOException {
        var ownerAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        String pem = "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(
                        what, Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(content), what);
        return Files.writeString(Files.createFile(file, ownerAlone), pem);
    }
}
