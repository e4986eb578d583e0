package gongkai.aggregation.collection;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.function.Supplier;

/** An answer whose ETag is the revision of the totals: whoever has it already is told so, before anything is read. */
public final class RevisionedAnswer {

    private RevisionedAnswer() {}

    public static Response of(long revision, Request request, Supplier<?> body) {
        return builder(Long.toString(revision), request, () -> Response.ok(body.get()))
                .build();
    }

    /** For an answer that can be had in several formats: two that differ may not have one tag. */
    public static ResponseBuilder builder(String tag, Request request, Supplier<ResponseBuilder> answer) {
        var strong = new EntityTag(tag);
        var unchanged = request.evaluatePreconditions(strong);
        return (unchanged != null ? unchanged : answer.get()).tag(strong).header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
