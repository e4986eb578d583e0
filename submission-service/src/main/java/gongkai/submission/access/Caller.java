package gongkai.submission.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as their token says; nobody where an operation is public and there is none. */
@RequestScoped
public class Caller {

    private static final Set<String> READERS_OF_A_BUREAU =
            Set.of(Role.BUREAU_EDITOR, Role.BUREAU_REVIEWER, Role.BUREAU_APPROVER, Role.AUDITOR);

    /** No code is empty. */
    private static final String NOBODYS = "";

    private final JsonWebToken token;
    private final SecurityIdentity identity;

    Caller(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    /** Always the same for the same person or program. */
    public Optional<String> subject() {
        return Optional.ofNullable(token.getSubject());
    }

    /** For people to read. */
    public Optional<String> name() {
        return claim("name");
    }

    /** Where the roles are held; none for the platform's administrator. */
    public Optional<String> bureau() {
        return claim("bureau");
    }

    /** For which a unit's clerk reports. */
    public Optional<String> unit() {
        return claim("unit");
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    /** Whose figures they may read. */
    public Scope toRead() {
        return new Scope(ownBureau(), holdsAny(READERS_OF_A_BUREAU) ? null : ownUnit());
    }

    /** Whose figures they may report. */
    public Scope toReport() {
        return new Scope(ownBureau(), holds(Role.BUREAU_EDITOR) ? null : ownUnit());
    }

    /** Whose collections they may see, without the figures. */
    public Scope ofCollections() {
        return holds(Role.PLATFORM_ADMINISTRATOR) ? Scope.EVERYTHING : toRead();
    }

    public boolean holds(String role) {
        return identity.hasRole(role);
    }

    private boolean holdsAny(Set<String> some) {
        return some.stream().anyMatch(this::holds);
    }

    private String ownBureau() {
        return bureau().orElse(NOBODYS);
    }

    private String ownUnit() {
        return unit().orElse(NOBODYS);
    }

    private Optional<String> claim(String name) {
        return token.getClaim(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
