package gongkai.deploy.local;

import java.util.Locale;

/** The three services, in the order in which a figure passes them. */
public enum Service {
    SUBMISSION,
    AGGREGATION,
    PUBLICATION;

    /** Its folder in the repository, which is its name to everybody. */
    public String module() {
        return database() + "-service";
    }

    String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
