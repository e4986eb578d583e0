package gongkai.chassis;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.audit.AuditedChange;
import gongkai.chassis.http.LongPoll;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.problem.ProblemException;
import gongkai.chassis.security.CurrentUser;
import gongkai.chassis.security.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The interface of a service with one operation of each kind. */
@Path("/v1/samples")
public class SampleResource {

    public record Sample(@NotBlank String name, List<@Valid Figure> figures) {}

    public record Figure(@Min(0) long value) {}

    /** Requests to {@code /held} wait for it. */
    public static final AtomicReference<CountDownLatch> HELD = new AtomicReference<>(new CountDownLatch(0));

    private final AuditLog log;
    private final CurrentUser user;

    SampleResource(AuditLog log, CurrentUser user) {
        this.log = log;
        this.user = user;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listSamples")
    public List<String> list() {
        return List.of("one");
    }

    @POST
    @PermitAll
    @Operation(operationId = "checkSample")
    public Sample check(@Valid Sample sample) {
        return sample;
    }

    @POST
    @Path("/bulk")
    @PermitAll
    @Operation(operationId = "checkManySamples")
    public Map<String, Integer> checkMany(List<String> samples) {
        return Map.of("samples", samples.size());
    }

    @POST
    @Path("/audited")
    @RolesAllowed(Role.AUDITOR)
    @Transactional
    @Operation(operationId = "changeSample")
    public void change(Sample sample) {
        String bureau = user.bureau().orElseThrow();
        log.append(new AuditedChange(bureau, "unit", "/v1/samples", "王核", null, Map.of("name", sample.name), "why"));
    }

    @GET
    @Path("/secret")
    @RolesAllowed(Role.AUDITOR)
    @Operation(operationId = "readSecretSample")
    public List<String> secret() {
        return List.of("secret");
    }

    @GET
    @Path("/gone/{name}")
    @PermitAll
    @Operation(operationId = "readGoneSample")
    public List<String> gone(@RestPath String name) {
        throw new ProblemException(SampleProblem.SAMPLE_GONE, new LocalizedText("样" + name, "S" + name), 2018);
    }

    @GET
    @Path("/failing/{state}")
    @PermitAll
    @Operation(operationId = "failSample")
    public List<String> fail(@RestPath String state) throws SQLException {
        throw new SQLException("figure 4711", state);
    }

    @GET
    @Path("/held")
    @PermitAll
    @Operation(operationId = "holdSample")
    public List<String> hold() throws InterruptedException {
        HELD.get().await();
        return List.of();
    }

    @GET
    @Path("/changes")
    @PermitAll
    @LongPoll
    @Operation(operationId = "waitForSample")
    public List<String> changes() {
        return List.of();
    }
}
