package gongkai.submission.collection;

/**
 * The rows that a caller can reach. It is part of the queries, so that they never select a row beyond it.
 *
 * @param bureau the bureau of the rows; null for every bureau
 * @param unit the unit of the rows; null for every unit
 */
public record Scope(String bureau, String unit) {

    /** For the service's own work, and for the platform's administrator where no figures are shown. */
    public static final Scope EVERYTHING = new Scope(null, null);

    static Scope ofBureau(String bureau) {
        return new Scope(bureau, null);
    }

    public boolean reaches(String someUnit) {
        return unit == null || unit.equals(someUnit);
    }
}
