package gongkai.submission.collection;

/** What codes of collections, bureaus, units and forms look like, wherever they travel. */
final class Codes {

    /** Fit for an address, a Kafka key and a file name on any machine. */
    static final String PATTERN = "[a-z0-9][a-z0-9-]{0,63}";

    private Codes() {}
}
