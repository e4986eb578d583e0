package gongkai.publication.approval;

import static gongkai.chassis.security.Role.AUDITOR;
import static gongkai.chassis.security.Role.BUREAU_APPROVER;
import static gongkai.chassis.security.Role.BUREAU_EDITOR;
import static gongkai.chassis.security.Role.BUREAU_REVIEWER;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.audit.AuditedChange;
import gongkai.chassis.problem.ProblemException;
import gongkai.chassis.security.CurrentUser;
import gongkai.publication.report.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/bureaus/{bureau: [a-z0-9][a-z0-9-]{0,63}}/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Draft")
class BureauRulesResource {

    @Schema(description = "How a bureau wants its reports to be published.")
    record NewRules(
            @NotNull
            @Schema(
                    description = "四眼: who writes, who reviews and who approves are different people.",
                    examples = "true")
            Boolean fourEyes,

            @NotBlank @Size(max = 100) @PlainText @Schema(examples = "王主任")
            String changedBy) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "BureauRules",
            requiredProperties = {"bureau", "fourEyes"})
    record RulesView(String bureau, boolean fourEyes, String changedBy, Instant changedAt) {

        static RulesView of(BureauRules rules) {
            return new RulesView(rules.bureau(), rules.fourEyes(), rules.changedBy(), rules.changedAt());
        }
    }

    private final RulesOfBureaus rules;
    private final AuditLog auditLog;
    private final Clock clock;
    private final CurrentUser currentUser;

    BureauRulesResource(RulesOfBureaus rules, AuditLog auditLog, Clock clock, CurrentUser currentUser) {
        this.rules = rules;
        this.auditLog = auditLog;
        this.clock = clock;
        this.currentUser = currentUser;
    }

    @GET
    @Transactional
    @RolesAllowed({BUREAU_EDITOR, BUREAU_REVIEWER, BUREAU_APPROVER, AUDITOR})
    @Operation(operationId = "getBureauRules", summary = "How a bureau wants its reports to be published")
    @APIResponse(
            responseCode = "200",
            description = "Its rules; a bureau that has said nothing does not ask for different people",
            content = @Content(schema = @Schema(implementation = RulesView.class)))
    @APIResponse(responseCode = "404", ref = "BureauUnknown")
    public RulesView get(@RestPath String bureau) {
        mustBeTheCallers(bureau);
        return rules.findByIdOptional(bureau).map(RulesView::of).orElse(new RulesView(bureau, false, null, null));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(BUREAU_APPROVER)
    @Operation(operationId = "putBureauRules", summary = "Say how a bureau wants its reports to be published")
    @APIResponse(
            responseCode = "200",
            description = "Its rules",
            content = @Content(schema = @Schema(implementation = RulesView.class)))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "404", ref = "BureauUnknown")
    @APIResponse(responseCode = "422", ref = "Invalid")
    public RulesView put(@RestPath String bureau, @NotNull @Valid NewRules asked) {
        mustBeTheCallers(bureau);
        BureauRules changed = rules.findByIdOptional(bureau).orElseGet(() -> new BureauRules(bureau));
        boolean former = changed.fourEyes();
        changed.require(asked.fourEyes, asked.changedBy, clock.instant());
        rules.persist(changed);
        auditLog.append(new AuditedChange(
                bureau,
                null,
                "/v1/bureaus/%s/rules".formatted(bureau),
                asked.changedBy,
                Map.of("fourEyes", former),
                Map.of("fourEyes", changed.fourEyes()),
                null));
        return RulesView.of(changed);
    }

    private void mustBeTheCallers(String bureau) {
        if (!currentUser.bureau().equals(Optional.of(bureau))) {
            throw new ProblemException(ApprovalProblem.BUREAU_UNKNOWN, bureau);
        }
    }
}
