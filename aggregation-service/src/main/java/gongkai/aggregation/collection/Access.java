package gongkai.aggregation.collection;

import gongkai.chassis.security.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;

/** Which collections the current user may read. */
@ApplicationScoped
public class Access {

    /** No bureau has an empty code. */
    private static final String NO_BUREAU = "";

    private final CurrentUser user;

    Access(CurrentUser user) {
        this.user = user;
    }

    public Scope toRead() {
        return new Scope(user.bureau().orElse(NO_BUREAU));
    }
}
