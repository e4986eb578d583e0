package gongkai.chassis.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.chassis.problem.ChassisProblem;
import gongkai.chassis.problem.ProblemException;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.JwtContext;

/** Accepts access tokens alone (RFC 9068): a token that the issuer signed for another purpose, such as an ID token, opens nothing. */
@ApplicationScoped
@Alternative
@Priority(1)
class AccessTokenVerifier extends JWTCallerPrincipalFactory {

    private static final String TYPE = "at+jwt";

    /** A token has a KiB or two. */
    private static final long MAX_CACHED = 1_000;

    /** After a key is withdrawn, its tokens are accepted for this time at most. */
    private static final Duration CACHED_FOR = Duration.ofMinutes(1);

    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();

    /** Checking a signature takes longer than answering many a request. */
    private final Cache<String, JWTCallerPrincipal> verified = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .expireAfterWrite(CACHED_FOR)
            .build();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        JWTCallerPrincipal cached = verified.getIfPresent(token);
        if (cached != null && Instant.now().getEpochSecond() < cached.getExpirationTime()) {
            return cached;
        }
        JWTCallerPrincipal principal = verify(token, settings);
        verified.put(token, principal);
        return principal;
    }

    private JWTCallerPrincipal verify(String token, JWTAuthContextInfo settings) throws ParseException {
        var parsed = read(token, settings);
        String type = parsed.getJoseObjects().get(0).getHeader("typ");
        if (!TYPE.equalsIgnoreCase(type)) {
            throw new ParseException("The token is of type %s, not %s".formatted(type, TYPE));
        }
        return new DefaultJWTCallerPrincipal(type, parsed.getJwtClaims());
    }

    private JwtContext read(String token, JWTAuthContextInfo settings) throws ParseException {
        try {
            return parser.parse(token, settings);
        } catch (ParseException e) {
            if (isProviderAway(e)) {
                var away = new ProblemException(ChassisProblem.IDENTITY_PROVIDER_AWAY);
                away.initCause(e);
                throw away;
            }
            throw e;
        } catch (ClassCastException e) {
            // The parser assumes that roles are a list.
            throw new ParseException("A claim is not of its type", e);
        }
    }

    /** The token may be good, but its key cannot be fetched. */
    private static boolean isProviderAway(ParseException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }
}
