package gongkai.chassis.audit;

import gongkai.chassis.json.CanonicalJson;
import gongkai.chassis.json.Sha256;

/**
 * An entry's place in its bureau's chain. The hash covers the entry, its place and the previous hash. Changing, removing or moving an
 * entry changes every later hash.
 *
 * @param position counted from 1, without gaps
 */
record ChainLink(String bureau, long position, long entry, String previous, String hash) {

    private static final String CONTENT = """
            {"entry":%s,"position":%d,"previous":"%s"}""";

    /** The link before the first entry of a chain. */
    private static final ChainLink NONE_BEFORE = new ChainLink(null, 0, 0, "0".repeat(64), "0".repeat(64));

    static ChainLink noneBefore() {
        return NONE_BEFORE;
    }

    /** @param document of the entry, as JSON */
    ChainLink next(String bureau, long entry, String document) {
        return new ChainLink(bureau, position + 1, entry, hash, hash(document, position + 1, hash));
    }

    /** Of canonical JSON (RFC 8785). */
    private static String hash(String document, long position, String previous) {
        return Sha256.hex(CanonicalJson.ofText(CONTENT.formatted(document, position, previous)));
    }
}
