package gongkai.submission.collection;

/** The codes of collections, bureaus, units and forms. */
final class Codes {

    /** Fit for an address, a Kafka key and a file name on any machine. */
    static final String PATTERN = "[a-z0-9][a-z0-9-]{0,63}";

    private Codes() {}
}
