package gongkai.submission.collection;

import gongkai.chassis.security.CurrentUser;
import gongkai.chassis.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The rows that the current user's roles reach. */
@ApplicationScoped
public class Access {

    private static final Set<String> READERS_OF_A_BUREAU =
            Set.of(Role.BUREAU_EDITOR, Role.BUREAU_REVIEWER, Role.BUREAU_APPROVER, Role.AUDITOR);

    /** No bureau and no unit has an empty code. */
    private static final String NONE = "";

    private final CurrentUser user;

    Access(CurrentUser user) {
        this.user = user;
    }

    /** The figures that the user may read. */
    public Scope toRead() {
        return user.holdsAny(READERS_OF_A_BUREAU) ? ownBureau() : ownUnit();
    }

    /** The figures that the user may report. */
    public Scope toReport() {
        return user.holds(Role.BUREAU_EDITOR) ? ownBureau() : ownUnit();
    }

    /** The collections that the user may see, without their figures. */
    Scope ofCollections() {
        return user.holds(Role.PLATFORM_ADMINISTRATOR) ? Scope.EVERYTHING : toRead();
    }

    boolean holds(String role) {
        return user.holds(role);
    }

    private Scope ownBureau() {
        return Scope.ofBureau(user.bureau().orElse(NONE));
    }

    private Scope ownUnit() {
        return new Scope(user.bureau().orElse(NONE), user.unit().orElse(NONE));
    }
}
