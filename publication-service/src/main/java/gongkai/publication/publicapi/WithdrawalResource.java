package gongkai.publication.publicapi;

import static gongkai.chassis.security.Role.BUREAU_APPROVER;

import gongkai.publication.edition.Withdrawal;
import gongkai.publication.edition.Withdrawals;
import gongkai.publication.report.PlainText;
import gongkai.publication.report.Report;
import gongkai.publication.report.Reports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** An edition is taken back from the public. */
// On the address of ReportsResource, so that a method which neither takes is 405 and not 404.
@Path("/v1/reports")
@Tag(name = "Report")
class WithdrawalResource {

    @Schema(
            name = "Withdrawal",
            requiredProperties = {"reason", "withdrawnAt"})
    record WithdrawalView(String reason, Instant withdrawnAt) {

        static WithdrawalView of(Withdrawal withdrawal) {
            return new WithdrawalView(withdrawal.reason(), withdrawal.withdrawnAt());
        }
    }

    @Schema(description = "Why an edition is not to be read any more.")
    record NewWithdrawal(
            @NotBlank @Size(max = 2_000) @PlainText @Schema(examples = "误公开第三方个人信息")
            String reason,

            @NotBlank @Size(max = 200) @PlainText @Schema(examples = "王主任")
            String withdrawnBy) {}

    private final Reports reports;
    private final Withdrawals withdrawals;
    private final Clock clock;

    WithdrawalResource(Reports reports, Withdrawals withdrawals, Clock clock) {
        this.reports = reports;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    @POST
    @Path("/{report: " + Report.CODE + "}/editions/{edition: [1-9][0-9]{0,8}}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(BUREAU_APPROVER)
    @Operation(
            operationId = "withdrawEdition",
            summary = "Withdraw an edition",
            description =
                    "It is not to be read any more; that there was one, and why it went, stays to be seen. The same again changes "
                            + "nothing. An edition under embargo can be withdrawn before its time.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = WithdrawalView.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "NotPublished")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public WithdrawalView withdraw(
            @RestPath String report, @RestPath int edition, @NotNull @Valid NewWithdrawal asked) {
        reports.getToChange(report);
        return WithdrawalView.of(
                withdrawals.withdraw(report, edition, asked.reason.strip(), asked.withdrawnBy, clock.instant()));
    }
}
