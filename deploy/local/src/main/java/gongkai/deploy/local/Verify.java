package gongkai.deploy.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/verify}: whether a file is an edition as it was published, without asking anybody. */
@Command(
        name = "deploy/verify",
        description =
                "Checks an edition's document against its signature and the publisher's public keys, all of them files. "
                        + "Ends with 0 where it is as it was published, and with 3 where it is not; then it says where. "
                        + "For audit logs: deploy/verify --audit --help.",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Verify implements Callable<Integer> {

    static final int NOT_AS_PUBLISHED = 3;

    /** More than any report; a file beyond it is something else. */
    private static final long LARGEST = 64 * FileUtils.ONE_MB;

    /** The prefix of the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
    private static final String X509 = "302a300506032b6570032100";

    @Parameters(paramLabel = "FILE", description = "The edition, as …/editions/N.json.")
    private Path file;

    @Option(
            names = "--signature",
            paramLabel = "FILE",
            description = "The answer of …/editions/N/signature. Default: FILE.jws.")
    private Path signature;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "The answer of /.well-known/jwks.json. Default: jwks.json beside FILE.")
    private Path keys;

    @SuppressWarnings("unused") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    private final PrintStream out = new PrintStream(System.out, true, UTF_8);

    public static void main(String[] arguments) {
        Object check = List.of(arguments).contains("--audit") ? new VerifyAudit() : new Verify();
        System.exit(new CommandLine(check)
                .setOut(new PrintWriter(System.out, true, UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("deploy/verify: " + failure.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        byte[] document = read(file);
        Path folder = file.toAbsolutePath().getParent();
        String jws = new String(read(signature == null ? Path.of(file + ".jws") : signature), US_ASCII).strip();
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            throw new CannotRun("The signature is not a detached JWS (header..signature).");
        }
        JsonNode header = ServiceClient.JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
        String kid = header.path("kid").asText();
        PublicKey key = key(ServiceClient.JSON.readTree(read(keys == null ? folder.resolve("jwks.json") : keys)), kid);
        if (!header.path("alg").asText().equals("EdDSA")) {
            throw new CannotRun("The signature is of another kind than ours: " + header.path("alg"));
        }

        var check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(
                (parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(document)).getBytes(US_ASCII));
        if (check.verify(Base64.getUrlDecoder().decode(parts[2]))) {
            out.println("✓ %s is as it was published, signed with key %s".formatted(file, kid));
            return CommandLine.ExitCode.OK;
        }
        out.println("✗ %s is not as it was published".formatted(file));
        List<String> changed = SignedParts.differences(document, header.path("parts"));
        changed.forEach(where -> out.println("  changed: " + where));
        if (changed.isEmpty()) {
            out.println("  its parts are; its bytes, or its signature, are not");
        }
        return NOT_AS_PUBLISHED;
    }

    private static byte[] read(Path from) throws IOException {
        if (!Files.isReadable(from)) {
            throw new CannotRun("There is no file " + from);
        }
        if (Files.size(from) > LARGEST) {
            throw new CannotRun("%s is larger than any report".formatted(from));
        }
        return Files.readAllBytes(from);
    }

    private static PublicKey key(JsonNode keys, String kid) throws GeneralSecurityException {
        for (JsonNode key : keys.path("keys")) {
            if (key.path("kid").asText().equals(kid) && key.path("crv").asText().equals("Ed25519")) {
                byte[] point = Base64.getUrlDecoder().decode(key.path("x").asText());
                return KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(
                                HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(point))));
            }
        }
        throw new CannotRun("The key that it says it was signed with (%s) is not among the keys.".formatted(kid));
    }
}
