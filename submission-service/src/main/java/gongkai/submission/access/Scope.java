package gongkai.submission.access;

/**
 * Which rows a caller can reach. It is part of the queries, so that none beyond it is ever selected.
 *
 * @param bureau whose rows; null for every bureau's
 * @param unit whose rows among them; null for every unit's
 */
public record Scope(String bureau, String unit) {

    /** For what the service does by itself, and for the platform's administrator where no figures are shown. */
    public static final Scope EVERYTHING = new Scope(null, null);

    public boolean reaches(String someUnit) {
        return unit == null || unit.equals(someUnit);
    }
}
