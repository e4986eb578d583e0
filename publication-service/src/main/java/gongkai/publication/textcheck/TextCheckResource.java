package gongkai.publication.textcheck;

import gongkai.publication.narrative.Section;
import gongkai.publication.narrative.TextTooLong;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checks any report that is given as text and figures, also one that was written elsewhere. Nothing of it is kept. */
@Path("/v1/text-checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Text check")
class TextCheckResource {

    /**
     * @param year the report's; without it, what is said of other years cannot be told from what is said of this one
     * @param values the figures of the table by indicator; what is said of one that is not given is not judged
     */
    @Schema(description = "A report as text and figures.")
    record NewTextCheck(
            @NotNull @Size(max = 64) @Schema(examples = "xxgk-2014")
            String form,

            @Min(2000) @Max(2999) @Schema(examples = "2018", description = "The year that the report is about.")
            Integer year,

            @NotNull @Size(max = 500)
            Map<@Size(max = 64) String, @NotNull @DecimalMin("0") @Digits(integer = 30, fraction = 6) BigDecimal>
                    values,

            @NotNull @Size(max = 50) List<@NotNull @Valid Section> sections) {}

    @POST
    @Authenticated
    @Operation(
            operationId = "checkText",
            summary = "Find every number of a text, and every sentence that contradicts the table",
            description =
                    "No mark-up is needed: numbers, measure words, the words around them and denials are read as they "
                            + "stand. The same request gives the same answer; nothing is stored.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewTextCheck.class),
                            examples = @ExampleObject(name = "report", ref = "TextCheckRequest")))
    @APIResponse(
            responseCode = "200",
            description = "What was found, in the order of the text",
            content =
                    @Content(
                            schema = @Schema(implementation = TextCheck.class),
                            examples = @ExampleObject(name = "text-check", ref = "TextCheck")))
    @APIResponse(responseCode = "400", ref = "Malformed")
    @APIResponse(responseCode = "413", ref = "TooLarge")
    @APIResponse(responseCode = "422", ref = "TextCheckInvalid")
    public TextCheck check(@NotNull @Valid NewTextCheck report) {
        FormWords words = FormWords.of(report.form).orElseThrow(() -> new FormNotAudited(report.form));
        Set<String> known = words.byCode().keySet();
        List<String> unknown = report.values.keySet().stream()
                .filter(code -> !known.contains(code))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IndicatorsUnknown(report.form, unknown);
        }
        TextTooLong.rejectIfTooLong(report.sections);
        return TextCheck.of(words, report.values, report.sections, report.year);
    }
}
