package gongkai.chassis.audit;

import gongkai.chassis.security.CurrentUser;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ResourceInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the request that is being served comes from, noted when it arrives. */
@RequestScoped
class RequestOrigin {

    private final CurrentUser caller;
    private ResourceInfo resource;
    private SocketAddress client;

    RequestOrigin(CurrentUser caller) {
        this.caller = caller;
    }

    void note(ResourceInfo resource, RoutingContext http) {
        this.resource = resource;
        // What a proxy says of whom it speaks for counts where quarkus.http.proxy.* says so.
        this.client = http.request().remoteAddress();
    }

    boolean isKnown() {
        return resource != null;
    }

    /** @param trace by which all services log the request */
    Actor actor(String trace) {
        return new Actor(
                caller.subject().orElse("anybody"),
                caller.name().orElse(null),
                caller.roles().stream().sorted().toList(),
                client.hostAddress() == null ? client.host() : client.hostAddress(),
                trace,
                resource.getResourceMethod().getAnnotation(Operation.class).operationId());
    }
}
