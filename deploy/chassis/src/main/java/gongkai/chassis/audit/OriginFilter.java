package gongkai.chassis.audit;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

class OriginFilter {

    private final RequestOrigin origin;

    OriginFilter(RequestOrigin origin) {
        this.origin = origin;
    }

    @ServerRequestFilter
    void note(ResourceInfo resource, RoutingContext http) {
        origin.note(resource, http);
    }
}
