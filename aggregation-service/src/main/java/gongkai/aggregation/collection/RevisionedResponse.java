package gongkai.aggregation.collection;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.function.Supplier;

/** A response whose ETag is the revision of the totals. A 304 costs no further query. */
public final class RevisionedResponse {

    private RevisionedResponse() {}

    public static Response of(long revision, Request request, Supplier<?> body) {
        return builder(Long.toString(revision), request, () -> Response.ok(body.get()))
                .build();
    }

    /** For a response with several formats: different formats need different tags. */
    public static ResponseBuilder builder(String tag, Request request, Supplier<ResponseBuilder> response) {
        var strong = new EntityTag(tag);
        var unchanged = request.evaluatePreconditions(strong);
        return (unchanged != null ? unchanged : response.get())
                .tag(strong)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
