package gongkai.chassis.audit;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry as it is documented; it is written by the database, see {@link EntryDocument}. */
@Schema(name = "AuditedDeed", description = "Who did what, from where and why")
record AuditEntry(
        @Schema(examples = "4711") long id,

        @Schema(format = "date-time", examples = "2026-11-26T19:00:00.123456Z")
        String at,

        @Schema(description = "The token's subject, or the service itself where it acted on an event")
        String subject,

        String name,
        List<String> roles,

        @Schema(description = "The address that the request came from", examples = "10.1.2.3")
        String client,

        @Schema(description = "The trace by which all services log the request")
        String request,

        @Schema(description = "The operation, as this interface names it", examples = "report")
        String action,

        String bureau,
        String unit,

        @Schema(examples = "/v1/collections/xingqing-justice-2018/units/township-1/submission")
        String resource,

        @Schema(description = "Whom the office names as responsible")
        String by,

        @Schema(description = "What was there, in short: revisions, states, changed figures; digests of texts")
        Map<String, Object> before,

        @Schema(description = "What is there now") Map<String, Object> after,
        @Schema(description = "The reason that was given") String reason) {}
