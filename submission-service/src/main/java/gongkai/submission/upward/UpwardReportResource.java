package gongkai.submission.upward;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.chassis.i18n.RequestLocale;
import gongkai.submission.collection.Access;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.collection.ReportsTo;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/collections/{collection}/upward-report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Upwards", description = "层层汇总上报: a bureau's totals become its submission in the collection above")
class UpwardReportResource {

    @Schema(name = "UpwardReportState")
    enum State {
        /** The collection reports to no other. */
        @JsonProperty("off")
        OFF,
        /** The collection is not closed, or its totals have not arrived. */
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("filed")
        FILED,
        /** It is retried at each event of the collection above, or on demand. */
        @JsonProperty("refused")
        REFUSED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UpwardReport", description = "What has come of reporting the totals upwards")
    record UpwardReportView(
            String collection,
            ReportsTo reportsTo,
            State state,

            @Schema(description = "Of the totals that were reported last", examples = "27")
            Long totalsRevision,

            @Schema(description = "The revision that the submission above has by them", examples = "1")
            Long filedAs,

            @Schema(description = "Why they were refused, as in /problems/…", examples = "units-missing")
            String problem,

            @Schema(description = "What to do about it") String detail,
            Instant madeAt) {

        static UpwardReportView of(Collection collection, Optional<UpwardReport> made, Locale language) {
            Optional<UpwardReport> report =
                    made.filter(any -> collection.reportsTo().isPresent());
            return new UpwardReportView(
                    collection.code(),
                    collection.reportsTo().orElse(null),
                    state(collection, report),
                    report.map(UpwardReport::totalsRevision).orElse(null),
                    report.map(UpwardReport::filedAs).orElse(null),
                    report.map(UpwardReport::problem).orElse(null),
                    report.filter(UpwardReport::isRejected)
                            .map(refused -> refused.words().in(language))
                            .orElse(null),
                    report.map(UpwardReport::madeAt).orElse(null));
        }

        private static State state(Collection collection, Optional<UpwardReport> report) {
            if (collection.reportsTo().isEmpty()) {
                return State.OFF;
            }
            if (report.isEmpty() || !collection.isClosed()) {
                return State.WAITING;
            }
            return report.get().isRejected() ? State.REFUSED : State.FILED;
        }
    }

    private final Collections collections;
    private final UpwardReports reports;
    private final UpwardReporting reporting;
    private final Access access;

    UpwardReportResource(Collections collections, UpwardReports reports, UpwardReporting reporting, Access access) {
        this.collections = collections;
        this.reports = reports;
        this.reporting = reporting;
        this.access = access;
    }

    @GET
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(operationId = "getUpwardReport", summary = "What has come of reporting the totals upwards")
    @APIResponse(responseCode = "200", description = "Where they stand")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public UpwardReportView get(@RestPath String collection, HttpHeaders headers) {
        return UpwardReportView.of(
                collections.get(collection, access.toRead()),
                reports.findByIdOptional(collection),
                RequestLocale.of(headers));
    }

    @POST
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_APPROVER})
    @Operation(operationId = "retryUpwardReport", summary = "Try again what the collection above has refused")
    @APIResponse(responseCode = "200", description = "Where they stand now")
    @APIResponse(responseCode = "404", description = "/problems/collection-unknown")
    public UpwardReportView retry(@RestPath String collection, HttpHeaders headers) {
        return UpwardReportView.of(
                collections.get(collection, access.toRead()), reporting.retry(collection), RequestLocale.of(headers));
    }
}
