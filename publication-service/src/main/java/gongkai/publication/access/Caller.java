package gongkai.publication.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as their token says; nobody where an operation is public and there is none. */
@RequestScoped
public class Caller {

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

    /** Whose reports they may reach; a code that is nobody's where there is none. */
    public String ownBureau() {
        return bureau().orElse(NOBODYS);
    }

    private Optional<String> claim(String name) {
        return token.getClaim(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
