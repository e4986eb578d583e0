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
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

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

    private final DefaultJWTTokenParser parser = new ParserOfProvider();

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

    /** Reports an identity provider that does not answer, where the framework's own parser calls the token invalid. */
    private static final class ParserOfProvider extends DefaultJWTTokenParser {

        /** A token with an unknown key makes us ask the provider no more often. */
        private static final long REFRESH_PAUSE_MILLIS = 10_000;

        /** While the provider is away, expired keys are good for this long, again and again. */
        private static final long RETAINED_SECONDS = 60;

        /** All callers with an unknown key wait for the provider. */
        private static final int TIMEOUT_MILLIS = 2_000;

        private VerificationKeyResolver keys;

        @Override
        protected synchronized VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo settings)
                throws UnresolvableKeyException {
            String location = settings.getPublicKeyLocation();
            // The framework has read a local file already, and names no location then.
            if (location == null || !location.startsWith("http")) {
                return super.getVerificationKeyResolver(settings);
            }
            if (keys == null) {
                keys = keysAt(location);
            }
            return keys;
        }

        private static VerificationKeyResolver keysAt(String location) {
            var get = new Get();
            get.setConnectTimeout(TIMEOUT_MILLIS);
            get.setReadTimeout(TIMEOUT_MILLIS);
            get.setRetries(0);
            var provider = new HttpsJwks(location);
            provider.setSimpleHttpGet(get);
            provider.setRefreshReprieveThreshold(REFRESH_PAUSE_MILLIS);
            provider.setRetainCacheOnErrorDuration(RETAINED_SECONDS);
            return new HttpsJwksVerificationKeyResolver(provider);
        }
    }
}
