package gongkai.aggregation.total;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import gongkai.aggregation.collection.Access;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.live.ChangeNotifier;
import gongkai.aggregation.rollup.Figures;
import gongkai.chassis.http.LongPoll;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The totals as they change. The events come from the history of the totals, page by page and only as fast as the reader consumes them.
 * A reader that reconnects names the last revision that it received, and misses nothing.
 */
@Path("/v1/totals/{collection}/changes")
@Tag(name = "Totals", description = "汇总: what the submissions add up to, and why")
class ChangesResource {

    /** Revisions read by one query. */
    private static final int PAGE_SIZE = 50;

    /** Proxies close a connection that is silent for a minute; and a reader that has gone is noticed. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** The last revision that a reader received, and its figures. */
    private static final class Reader {

        private final String collection;
        private long revision;
        private Figures figures;

        private Reader(Totals known) {
            this.collection = known.collection();
            this.revision = known.revision();
            this.figures = known.figures();
        }

        private ChangeView advance(Totals totals) {
            var change = ChangeView.between(figures, totals);
            revision = totals.revision();
            figures = totals.figures();
            return change;
        }
    }

    private final Collections collections;
    private final TotalsHistory history;
    private final ChangeNotifier notifier;
    private final Access access;

    ChangesResource(Collections collections, TotalsHistory history, ChangeNotifier notifier, Access access) {
        this.collections = collections;
        this.history = history;
        this.notifier = notifier;
        this.access = access;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @LongPoll
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(
            operationId = "followChanges",
            summary = "Every change of the totals as it happens (Server-Sent Events)",
            description =
                    "Begins behind the revision in Last-Event-ID, else with the present one. The id of each event is the revision of the"
                            + " totals, so that an EventSource that reconnects misses nothing. A comment every 15 seconds keeps the"
                            + " connection alive.")
    @APIResponse(
            responseCode = "200",
            description = "Events named change, each with this as data",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ChangeView.class)))
    @APIResponse(responseCode = "400", description = "/problems/malformed-request: Last-Event-ID is no number")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown, /problems/revision-unknown")
    public Multi<OutboundSseEvent> changes(
            @Parameter(example = "xingqing-justice-2018") @RestPath String collection,
            @Parameter(
                            description = "The revision that was heard last",
                            example = "7",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    @HeaderParam("Last-Event-ID")
                    Long lastHeard,
            @Context Sse sse) {
        if (lastHeard != null && lastHeard < 1) {
            throw new BadRequestException("Last-Event-ID is no revision");
        }
        Totals begin = QuarkusTransaction.requiringNew()
                .call(() -> history.at(collection, collections.revision(collection, lastHeard, access.toRead())));
        var reader = new Reader(begin);
        Multi<OutboundSseEvent> first = lastHeard == null
                ? Multi.createFrom().item(event(sse, reader.advance(begin)))
                : Multi.createFrom().empty();
        Multi<OutboundSseEvent> rest = Multi.createBy()
                .repeating()
                .uni(() -> reader, known -> next(known, sse))
                .indefinitely()
                .onItem()
                .disjoint();
        return Multi.createBy().concatenating().streams(first, rest);
    }

    private Uni<List<OutboundSseEvent>> next(Reader reader, Sse sse) {
        return Uni.createFrom()
                .item(() -> QuarkusTransaction.requiringNew()
                        .call(() -> history.after(reader.collection, reader.revision, PAGE_SIZE)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(page -> page.isEmpty()
                        ? nextChange(reader, sse)
                        : Uni.createFrom().item(events(reader, page, sse)));
    }

    private static List<OutboundSseEvent> events(Reader reader, List<Totals> page, Sse sse) {
        List<OutboundSseEvent> events = new ArrayList<>();
        page.forEach(totals -> events.add(event(sse, reader.advance(totals))));
        return events;
    }

    /** Waits for a change, at most until the next heartbeat is due. */
    private Uni<List<OutboundSseEvent>> nextChange(Reader reader, Sse sse) {
        return notifier.beyond(reader.collection, reader.revision)
                .map(moved -> List.<OutboundSseEvent>of())
                .ifNoItem()
                .after(HEARTBEAT)
                .recoverWithItem(() ->
                        List.of(sse.newEventBuilder().comment("nothing new").build()));
    }

    private static OutboundSseEvent event(Sse sse, ChangeView change) {
        return sse.newEventBuilder()
                .id(Long.toString(change.revision()))
                .name("change")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(change)
                .build();
    }
}
