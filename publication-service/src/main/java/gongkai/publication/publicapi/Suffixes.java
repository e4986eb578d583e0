package gongkai.publication.publicapi;

import gongkai.publication.rendering.Format;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A format can be asked for by a suffix too, as people do who pass on a link: …/reports/xingqing-justice-2018.pdf. */
class Suffixes {

    private static final Pattern SUFFIXED =
            Pattern.compile("(?<address>/v1/reports/[a-z0-9-]+(?:/editions/[0-9]+)?)(?<suffix>\\.[a-z]+)");

    // Non-blocking, so that it precedes the limit of concurrent requests, which needs the matched resource.
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    void filter(ContainerRequestContext request) {
        Matcher suffixed = SUFFIXED.matcher(request.getUriInfo().getRequestUri().getPath());
        if (suffixed.matches()) {
            Arrays.stream(Format.values())
                    .filter(format -> format.ending().equals(suffixed.group("suffix")))
                    .findFirst()
                    .ifPresent(format -> {
                        request.setRequestUri(request.getUriInfo()
                                .getRequestUriBuilder()
                                .replacePath(suffixed.group("address"))
                                .build());
                        request.getHeaders().putSingle(HttpHeaders.ACCEPT, format.type());
                    });
        }
    }
}
