package gongkai.aggregation.collection;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** An answer whose ETag is the revision of the totals: whoever has it already is told so, before anything is read. */
public final class RevisionedAnswer {

    private RevisionedAnswer() {}

    public static Response of(long revision, Request request, Supplier<?> body) {
        var tag = new EntityTag(Long.toString(revision));
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(body.get()))
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
