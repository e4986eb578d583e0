package gongkai.chassis.http;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets the chassis' own resources ({@code /v1/audit-log/{service}}) answer at the address of this service alone. */
class ServiceAddress {

    private static final String PARAMETER = "service";

    private final String service;

    ServiceAddress(@ConfigProperty(name = "quarkus.application.name") String application) {
        this.service = shortName(application);
    }

    /** The service's name in addresses: {@code submission} for {@code submission-service}. */
    static String shortName(String application) {
        return application.replaceFirst("-service$", "");
    }

    @ServerRequestFilter
    void check(UriInfo uri) {
        String named = uri.getPathParameters().getFirst(PARAMETER);
        if (named != null && !named.equals(service)) {
            throw new NotFoundException();
        }
    }
}
