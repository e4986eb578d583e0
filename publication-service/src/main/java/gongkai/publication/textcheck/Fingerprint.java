package gongkai.publication.textcheck;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.chassis.json.Sha256;

/** Names a number or a contradiction by its sentence. The name changes with the sentence, and decisions about it end then. */
final class Fingerprint {

    /** 64 bits distinguish the thousands of numbers of one report. */
    private static final int LENGTH = 16;

    private Fingerprint() {}

    static String of(String kind, String... said) {
        return kind + "-" + Sha256.hex(String.join("\n", said).getBytes(UTF_8)).substring(0, LENGTH);
    }
}
