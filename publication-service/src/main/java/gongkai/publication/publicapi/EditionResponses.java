package gongkai.publication.publicapi;

import gongkai.publication.edition.Edition;
import gongkai.publication.edition.EditionWithdrawn;
import gongkai.publication.edition.Withdrawals;
import gongkai.publication.rendering.EditionRenderer;
import gongkai.publication.rendering.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Date;

/** An edition as a response: rendered, or 304. */
@ApplicationScoped
class EditionResponses {

    private final Withdrawals withdrawals;
    private final EditionRenderer renderer;

    EditionResponses(Withdrawals withdrawals, EditionRenderer renderer) {
        this.withdrawals = withdrawals;
        this.renderer = renderer;
    }

    /** @throws EditionWithdrawn where it was */
    Edition readable(Edition edition) {
        withdrawals.of(edition).ifPresent(withdrawal -> {
            throw new EditionWithdrawn(withdrawal);
        });
        return edition;
    }

    /** @param keep for how long caches may */
    Response of(Edition edition, Format format, String keep, Request request, UriInfo uri) {
        var tag = new EntityTag(format.tag(edition.digest()));
        var published = Date.from(edition.publishedAt());
        // By the tag alone: when an edition is withdrawn, the latest is again an older one, of an earlier time.
        ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        ResponseBuilder answer = unchanged == null
                ? Response.ok(renderer.print(edition.digest(), format, edition), format.type())
                : unchanged;
        return answer.tag(tag)
                .lastModified(published)
                .contentLocation(address(uri, edition, format))
                .header(HttpHeaders.VARY, "Accept, Accept-Encoding")
                .header(HttpHeaders.CACHE_CONTROL, keep)
                .build();
    }

    private static URI address(UriInfo uri, Edition edition, Format format) {
        return uri.getBaseUriBuilder()
                .path("v1/reports/{report}/editions/{edition}" + format.suffix())
                .build(edition.report(), edition.number());
    }
}
