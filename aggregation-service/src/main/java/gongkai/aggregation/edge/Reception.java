package gongkai.aggregation.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What comes in over one connection, and since when nothing does. */
final class Reception {

    private static final double NANOS = 1e9;

    private final Set<Incoming> open = ConcurrentHashMap.newKeySet();
    private final double patience;
    private final double slowest;
    private volatile long idleSince = System.nanoTime();

    Reception(ConnectionsConfig config) {
        this.patience = config.patience().toNanos() / NANOS;
        this.slowest = config.slowest().asLongValue();
    }

    /** A request whose head is whole. */
    record Incoming(HttpServerRequest request, long since) {

        private boolean hasBody() {
            return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                    || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
        }
    }

    Incoming begin(HttpServerRequest request) {
        var incoming = new Incoming(request, System.nanoTime());
        open.add(incoming);
        return incoming;
    }

    void end(Incoming incoming) {
        open.remove(incoming);
        idleSince = System.nanoTime();
    }

    /** While a request is worked on, only its body can be late. */
    boolean isTooSlow() {
        return open.isEmpty()
                ? secondsSince(idleSince) > patience
                : open.stream().anyMatch(this::isTooSlow);
    }

    private boolean isTooSlow(Incoming incoming) {
        double late = secondsSince(incoming.since) - patience;
        return late > 0
                && incoming.hasBody()
                && !incoming.request.isEnded()
                && incoming.request.bytesRead() < late * slowest;
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / NANOS;
    }
}
