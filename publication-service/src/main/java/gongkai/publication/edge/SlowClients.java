package gongkai.publication.edge;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Cuts off connections that do nothing: those that are idle, and those whose client sends a byte now and then, so as to hold them and
 * what serves them (slow loris). The framework's own time-outs begin anew with each byte.
 */
@ApplicationScoped
class SlowClients {

    private static final AttributeKey<Reception> RECEPTION = AttributeKey.valueOf(SlowClients.class, "reception");

    private static final int BEFORE_EVERYTHING_ELSE = 1_000;

    private static final int SWEEPS_WHILE_PATIENT = 10;

    private final Vertx vertx;
    private final ConnectionsConfig config;
    private final List<Future<?>> sweeps = new ArrayList<>();

    SlowClients(Vertx vertx, ConnectionsConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::note, BEFORE_EVERYTHING_ELSE);
        long pause = config.patience().toMillis() / SWEEPS_WHILE_PATIENT;
        for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
            sweeps.add(loop.scheduleWithFixedDelay(
                    () -> sweep((SingleThreadEventLoop) loop), pause, pause, TimeUnit.MILLISECONDS));
        }
    }

    @PreDestroy
    void stop() {
        sweeps.forEach(sweep -> sweep.cancel(false));
    }

    private void note(RoutingContext exchange) {
        var connection = (ConnectionBase) exchange.request().connection();
        Reception reception = reception(connection.channel());
        var request = reception.begin(exchange.request());
        exchange.addEndHandler(ended -> reception.end(request));
        exchange.next();
    }

    private void sweep(SingleThreadEventLoop loop) {
        List<Channel> slow = new ArrayList<>();
        loop.registeredChannelsIterator().forEachRemaining(channel -> {
            if (channel.parent() instanceof ServerChannel && reception(channel).isTooSlow()) {
                slow.add(channel);
            }
        });
        slow.forEach(channel -> {
            Log.debugf("%s is too slow, and cut off", channel.remoteAddress());
            var unused = channel.close();
        });
    }

    private Reception reception(Channel channel) {
        var reception = channel.attr(RECEPTION);
        reception.compareAndSet(null, new Reception(config));
        return reception.get();
    }
}
