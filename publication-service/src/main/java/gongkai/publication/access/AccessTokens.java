package gongkai.publication.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
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

/** Takes access tokens alone (RFC 9068): what the same issuer signs for another purpose, such as an ID token, opens nothing. */
@ApplicationScoped
@Alternative
@Priority(1)
class AccessTokens extends JWTCallerPrincipalFactory {

    private static final String TYPE = "at+jwt";

    /** A token has a KiB or two. */
    private static final long MAX_BELIEVED = 1_000;

    /** Where a key is withdrawn, its tokens open nothing after this time. */
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    private final IssuerKeys parser = new IssuerKeys();

    /** What was checked a moment ago: a signature takes longer than many an answer. */
    private final Cache<String, JWTCallerPrincipal> believed = Caffeine.newBuilder()
            .maximumSize(MAX_BELIEVED)
            .expireAfterWrite(BELIEVED)
            .build();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        JWTCallerPrincipal known = believed.getIfPresent(token);
        if (known != null && Instant.now().getEpochSecond() < known.getExpirationTime()) {
            return known;
        }
        JWTCallerPrincipal checked = check(token, settings);
        believed.put(token, checked);
        return checked;
    }

    private JWTCallerPrincipal check(String token, JWTAuthContextInfo settings) throws ParseException {
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
            if (isOutage(e)) {
                throw new KeysAway(e);
            }
            throw e;
        } catch (ClassCastException e) {
            // The parser takes it for granted that roles are a list.
            throw new ParseException("A claim is not of its type", e);
        }
    }

    private static boolean isOutage(ParseException refused) {
        return Stream.<Throwable>iterate(refused, Objects::nonNull, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
    }
}
