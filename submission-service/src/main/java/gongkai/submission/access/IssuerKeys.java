package gongkai.submission.access;

import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Checks tokens with the keys of their issuer. An identity provider's come over HTTP (JWKS): they are asked for when a token names one
 * that is not known, and go on being good while the provider is away. The local platform's are a file.
 */
final class IssuerKeys extends DefaultJWTTokenParser {

    /** Whoever calls waits for it, and everybody who comes meanwhile with a key that is not known. */
    private static final int PATIENCE_MILLIS = 2_000;

    /** So long nobody is asked again who has not answered. */
    private static final long PAUSE_NANOS = 3_000_000_000L;

    /** A stranger's token that names a key of its own has the provider asked no more often. */
    private static final long BETWEEN_QUESTIONS_MILLIS = 10_000;

    /** Where the provider does not answer, keys that are older than they should be are good for so long, again and again. */
    private static final long SECONDS_WITHOUT_PROVIDER = 60;

    private VerificationKeyResolver provider;

    @Override
    protected synchronized VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo settings)
            throws UnresolvableKeyException {
        String location = settings.getPublicKeyLocation();
        // There is none where the framework has read a file already.
        if (location == null || !location.startsWith("http")) {
            return super.getVerificationKeyResolver(settings);
        }
        if (provider == null) {
            var keys = new HttpsJwks(location);
            keys.setSimpleHttpGet(new BriefGet());
            keys.setRefreshReprieveThreshold(BETWEEN_QUESTIONS_MILLIS);
            keys.setRetainCacheOnErrorDuration(SECONDS_WITHOUT_PROVIDER);
            provider = new HttpsJwksVerificationKeyResolver(keys);
        }
        return provider;
    }

    /** Never called by two at once. */
    private static final class BriefGet extends Get {

        private IOException failure;
        private long failedAt;

        BriefGet() {
            setConnectTimeout(PATIENCE_MILLIS);
            setReadTimeout(PATIENCE_MILLIS);
            setRetries(0);
        }

        @Override
        public SimpleResponse get(String location) throws IOException {
            if (failure != null && System.nanoTime() - failedAt < PAUSE_NANOS) {
                throw new IOException("The identity provider did not answer a moment ago", failure);
            }
            try {
                SimpleResponse answer = super.get(location);
                failure = null;
                return answer;
            } catch (IOException e) {
                failure = e;
                failedAt = System.nanoTime();
                throw e;
            }
        }
    }
}
