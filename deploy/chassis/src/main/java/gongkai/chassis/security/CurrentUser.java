package gongkai.chassis.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller, as their token describes them; nobody where an operation is public and there is no token. */
@RequestScoped
public class CurrentUser {

    private final JsonWebToken token;
    private final SecurityIdentity identity;

    CurrentUser(JsonWebToken token, SecurityIdentity identity) {
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

    /** The bureau in which the roles are held; none for the platform's administrator. */
    public Optional<String> bureau() {
        return claim("bureau");
    }

    /** The unit that a clerk reports for. */
    public Optional<String> unit() {
        return claim("unit");
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean holds(String role) {
        return identity.hasRole(role);
    }

    public boolean holdsAny(Set<String> anyOf) {
        return anyOf.stream().anyMatch(this::holds);
    }

    private Optional<String> claim(String name) {
        return token.getClaim(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
