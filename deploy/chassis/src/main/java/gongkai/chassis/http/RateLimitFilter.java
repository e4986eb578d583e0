package gongkai.chassis.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import gongkai.chassis.problem.ChassisProblem;
import gongkai.chassis.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.netty.util.NetUtil;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Limits the requests of each client with a token bucket. The subject of a valid token identifies a client, or else the address it
 * calls from.
 */
@ApplicationScoped
class RateLimitFilter {

    private static final String POLICY_HEADER = "RateLimit-Policy";
    private static final String LIMIT_HEADER = "RateLimit";

    private static final long NANOS = 1_000_000_000L;

    private static final int IPV6 = 16;

    /** Of an IPv6 address: one client has all 2^64 addresses that share this half. */
    private static final int NETWORK = 8;

    private final LoadingCache<String, Bucket> buckets;
    private final String policy;
    private final CurrentIdentityAssociation identities;

    RateLimitFilter(RateLimitConfig config, CurrentIdentityAssociation identities) {
        Duration untilFull = Duration.ofSeconds(1L + config.burst() / config.perSecond());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(config.clients())
                // An expired bucket would be full, as a new one is.
                .expireAfterAccess(untilFull)
                .build(client -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(config.burst()).refillGreedy(config.perSecond(), Duration.ofSeconds(1)))
                        .build());
        this.policy = "\"client\";q=%d;w=%d".formatted(config.burst(), untilFull.toSeconds());
        this.identities = identities;
    }

    @ServerRequestFilter
    public void count(RoutingContext exchange) {
        ConsumptionProbe probe = buckets.get(client(exchange)).tryConsumeAndReturnRemaining(1);
        HttpServerResponse answer = exchange.response();
        answer.putHeader(POLICY_HEADER, policy);
        answer.putHeader(
                LIMIT_HEADER,
                "\"client\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            long wait = seconds(probe.getNanosToWaitForRefill());
            answer.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            throw new ProblemException(ChassisProblem.TOO_MANY_REQUESTS, wait);
        }
    }

    private String client(RoutingContext exchange) {
        SecurityIdentity identity = identities
                .getDeferredIdentity()
                .onFailure()
                .recoverWithNull()
                .subscribeAsCompletionStage()
                .getNow(null);
        return identity != null && identity.getPrincipal() instanceof JsonWebToken token
                ? "subject " + token.getSubject()
                : "address " + network(exchange.request().remoteAddress());
    }

    private static String network(SocketAddress address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address.hostAddress());
        return HexFormat.of().formatHex(bytes.length == IPV6 ? Arrays.copyOf(bytes, NETWORK) : bytes);
    }

    /** Rounded up, so that a client that waits as long is served. */
    private static long seconds(long nanos) {
        return (nanos + NANOS - 1) / NANOS;
    }
}
