package gongkai.publication.textcheck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A name for something that a text says. It stays the same for as long as the sentence does, wherever that moves, and is another as
 * soon as the sentence is: what was decided of it then is to be decided anew.
 */
final class Fingerprint {

    /** 64 bits tell some thousand numbers of one report apart. */
    private static final int BYTES = 8;

    private Fingerprint() {}

    static String of(String kind, String... said) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", said).getBytes(UTF_8));
            return kind + "-" + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
