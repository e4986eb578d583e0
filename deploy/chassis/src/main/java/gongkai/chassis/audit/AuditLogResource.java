package gongkai.chassis.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import gongkai.chassis.audit.AuditLogReader.Filter;
import gongkai.chassis.security.CurrentUser;
import gongkai.chassis.security.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/audit-log/{service}")
@Tag(name = "Audit log", description = "审计: who did what, from where and why")
class AuditLogResource {

    static final String NDJSON = "application/x-ndjson";

    private static final String EXAMPLE = """
            {
              "items": [
                {
                  "bureau": "xingqing-justice",
                  "position": 58,
                  "previous": "7a0f7c0f0a1c6a0d0f8b0c5a2c1f6f0c5f1fb1b7c6f4c2a5d0e9b8a7f6e5d4c3",
                  "hash": "f0e4c2f76c58916ec258f246851bea091d14d4247a2fc3e18694461b1816e13b",
                  "entry": {
                    "id": 4711,
                    "at": "2019-01-28T02:11:09.481516Z",
                    "subject": "5e8d6e8f-1c0e-4b0c-8c1e-2f1f6c1b7a90",
                    "name": "李文",
                    "roles": ["unit-clerk"],
                    "client": "10.1.2.3",
                    "action": "report",
                    "bureau": "xingqing-justice",
                    "unit": "township-1",
                    "resource": "/v1/collections/xingqing-justice-2018/units/township-1/submission",
                    "by": "李文",
                    "before": {"revision": 1, "state": "submitted"},
                    "after": {"revision": 2, "state": "submitted", "changed": {"1.1": ["75", "76"]}}
                  }
                }
              ]
            }
            """;

    private static final String LINE = """
            {"bureau":"xingqing-justice","position":58,"previous":"7a0f7c0f…","hash":"f0e4c2f7…","entry":{"id":4711,"action":"report"}}
            """;

    record AuditList(List<SealedEntry> items) {}

    /** A page of an export; each is read in a transaction of its own, so that a slow reader holds none. */
    private static final int PAGE = 1_000;

    /** No bureau has an empty code. */
    private static final String NO_BUREAU = "";

    private final AuditLogReader log;
    private final CurrentUser caller;
    private final ObjectWriter writer;

    AuditLogResource(AuditLogReader log, CurrentUser caller, ObjectMapper json) {
        this.log = log;
        this.caller = caller;
        this.writer = json.writerFor(SealedEntry.class);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.AUDITOR)
    @Transactional
    @Operation(
            operationId = "readAuditLog",
            summary = "Who did what in the auditor's bureau, oldest first, page by page",
            description =
                    "What was done within the last moments is not sealed yet: it comes at the end of the last page, without position"
                            + " and hash.")
    @APIResponse(
            responseCode = "200",
            description = "A page; its Link header with rel=next leads to the next one",
            content =
                    @Content(
                            schema = @Schema(implementation = AuditList.class),
                            examples = @ExampleObject(name = "page", value = EXAMPLE)))
    public Response read(
            @RestQuery
                    @Parameter(
                            description = "Only what was done at this time or later",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"),
                            example = "2019-01-01T00:00:00Z")
                    Instant from,
            @RestQuery @Parameter(description = "Only what was done before this time") Instant to,
            @RestQuery @Parameter(description = "Only what this subject of a token did") String subject,
            @RestQuery @Parameter(description = "Only what concerns this unit") String unit,
            @RestQuery @Parameter(description = "Only this operation", example = "report") String action,
            @RestQuery
                    @Parameter(
                            description = "Only what was done to what begins with this address",
                            example = "/v1/collections/xingqing-justice-2018")
                    String resource,
            @RestQuery @DefaultValue("0") @Min(0) @Parameter(description = "Begin behind this position") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1_000) int limit,
            UriInfo uri) {
        String bureau = caller.bureau().orElse(NO_BUREAU);
        var filter = new Filter(from, to, subject, unit, action, resource);
        List<SealedEntry> found = log.after(bureau, filter, after, limit + 1);
        List<SealedEntry> page = found.subList(0, Math.min(limit, found.size()));
        var response = Response.ok(new AuditList(page));
        if (found.size() > limit && page.get(limit - 1).isSealed()) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("after", page.get(limit - 1).position())
                    .replaceQueryParam("limit", limit);
            response.links(Link.fromUriBuilder(next).rel("next").build());
        }
        return response.build();
    }

    @GET
    @Path("/export")
    @Produces(NDJSON)
    @RolesAllowed(Role.AUDITOR)
    @Operation(
            operationId = "exportAuditLog",
            summary =
                    "The bureau's whole chain, an entry a line, as `deploy/verify --audit` checks it without asking anybody",
            description = "What is not sealed yet comes last, without position and hash.")
    @APIResponse(
            responseCode = "200",
            description = "The chain, oldest first",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = SealedEntry.class),
                            examples = @ExampleObject(name = "line", value = LINE)))
    public StreamingOutput export(
            @RestQuery
                    @DefaultValue("0")
                    @Min(0)
                    @Parameter(description = "Begin behind this position, where an earlier export ended")
                    long after) {
        String bureau = caller.bureau().orElse(NO_BUREAU);
        return lines -> {
            long behind = after;
            boolean more = true;
            while (more) {
                List<SealedEntry> page = page(bureau, behind);
                write(page, lines);
                more = page.size() == PAGE && page.get(PAGE - 1).isSealed();
                behind = more ? page.get(PAGE - 1).position() : behind;
            }
        };
    }

    private List<SealedEntry> page(String bureau, long after) {
        return QuarkusTransaction.requiringNew().call(() -> log.after(bureau, Filter.NONE, after, PAGE));
    }

    private void write(List<SealedEntry> entries, OutputStream lines) throws IOException {
        for (SealedEntry entry : entries) {
            lines.write(writer.writeValueAsBytes(entry));
            lines.write('\n');
        }
    }
}
