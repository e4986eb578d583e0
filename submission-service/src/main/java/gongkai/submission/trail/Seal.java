package gongkai.submission.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * An entry's place in its bureau's chain. The hash covers the entry, the place and the hash before it, so that no entry can be changed,
 * removed or put elsewhere but that every later hash would be another.
 *
 * @param position counted from 1, without gaps
 */
record Seal(String bureau, long position, long entry, String previous, String hash) {

    private static final String CONTENT = """
            {"entry":%s,"position":%d,"previous":"%s"}""";

    /** What the first entry of a chain has before it. */
    private static final Seal NONE_BEFORE = new Seal(null, 0, 0, "0".repeat(64), "0".repeat(64));

    static Seal noneBefore() {
        return NONE_BEFORE;
    }

    /** @param document of the entry, as JSON */
    Seal next(String bureau, long entry, String document) {
        return new Seal(bureau, position + 1, entry, hash, hash(document, position + 1, hash));
    }

    /** Of canonical JSON (RFC 8785). */
    private static String hash(String document, long position, String previous) {
        try {
            return Digest.of(new JsonCanonicalizer(CONTENT.formatted(document, position, previous)).getEncodedUTF8());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL wrote JSON that cannot be read", e);
        }
    }
}
