package gongkai.submission.form;

import gongkai.chassis.i18n.LocalizedText;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/forms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Forms", description = "统计表: what is asked")
class FormResource {

    /** A form as the list shows it. */
    record FormSummary(String code, LocalizedText title, String authority, Form.Years years, int indicators) {}

    record FormList(List<FormSummary> items) {}

    private final Forms forms;

    FormResource(Forms forms) {
        this.forms = forms;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listForms", summary = "The forms a collection can use")
    public FormList list() {
        return new FormList(forms.all().stream()
                .map(form -> new FormSummary(
                        form.code(),
                        form.title(),
                        form.authority(),
                        form.years(),
                        form.indicators().size()))
                .toList());
    }

    @GET
    @Path("/schema")
    @Produces("application/schema+json")
    @PermitAll
    @Operation(operationId = "getFormSchema", summary = "The JSON Schema that form files satisfy")
    public InputStream schema() {
        return forms.schema();
    }

    @GET
    @Path("/{form}")
    @PermitAll
    @Operation(operationId = "getForm", summary = "One form: its tables, indicators and rules")
    @APIResponse(responseCode = "200", description = "The form")
    @APIResponse(responseCode = "404", description = "/problems/form-unknown")
    public Form get(@RestPath String form) {
        return forms.mustExist(form);
    }
}
