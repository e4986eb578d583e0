package gongkai.publication.publicapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.edition.Figure;
import gongkai.publication.edition.PublishedReport;
import gongkai.publication.report.Crosswalk;
import gongkai.publication.report.Crosswalk.Cell;
import gongkai.publication.report.Crosswalk.Relation;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/series/{indicator: [a-z0-9.-]{1,100}}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Report")
class SeriesResource {

    /** Two generations of reports; each is read whole. */
    private static final int MAX_YEARS = 60;

    /** A year of a series. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "SeriesPoint",
            requiredProperties = {"year", "report", "edition", "form", "relation", "from"})
    record Point(
            int year,
            String report,
            int edition,
            String form,

            @Schema(description = "Left out where the year's form does not count the same.")
            BigDecimal value,

            @Schema(description = "How the year's form stands to the series'.")
            Relation relation,

            @Schema(
                    description =
                            "The cells of the year's form that it is made of; one with - before it is subtracted.")
            List<String> from,

            String note) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Series",
            description =
                    "One figure of a bureau over the years. Where the form changed, only what counts the same has a value.",
            requiredProperties = {"bureau", "form", "indicator", "points"})
    record Series(
            String bureau, String form, String indicator, LocalizedText label, String measure, List<Point> points) {}

    private final PublishedEditions published;
    private final ObjectMapper json;

    SeriesResource(PublishedEditions published, ObjectMapper json) {
        this.published = published;
        this.json = json;
    }

    @GET
    @Transactional
    @PermitAll
    @Operation(
            operationId = "getSeries",
            summary = "One figure of a bureau over the years",
            description =
                    "Of the latest edition of each year. Codes are those of the form of the latest year, or of the one that is asked "
                            + "for; other years' forms are compared cell by cell, and what cannot be compared has no value.")
    @APIResponse(
            responseCode = "200",
            description = "The series, earliest year first; without points where the bureau has published nothing",
            content = @Content(schema = @Schema(implementation = Series.class)))
    @APIResponse(responseCode = "422", ref = "Invalid")
    public Series get(
            @RestPath String indicator,
            @RestQuery @NotBlank @Size(max = 64) @Parameter(example = "xingqing-justice") String bureau,
            @RestQuery
                    @Size(max = 64)
                    @Parameter(
                            description = "Whose code the indicator is; that of the latest year where it is left out.",
                            example = "xxgk-2014")
                    String form) {
        List<PublishedReport> reports =
                published.documents(bureau, MAX_YEARS).stream().map(this::read).toList();
        String asked = form != null || reports.isEmpty()
                ? form
                : reports.get(reports.size() - 1).form().code();
        Optional<Figure> known = reports.stream()
                .filter(report -> report.form().code().equals(asked))
                .flatMap(report -> report.figures().stream())
                .filter(figure -> figure.code().equals(indicator))
                .findFirst();
        return new Series(
                bureau,
                asked,
                indicator,
                known.map(Figure::label).orElse(null),
                known.map(Figure::measure).orElse(null),
                reports.stream().map(report -> point(report, asked, indicator)).toList());
    }

    private static Point point(PublishedReport report, String form, String indicator) {
        Crosswalk crosswalk = Crosswalk.between(report.form().code(), form);
        Cell cell = crosswalk.of(indicator);
        return new Point(
                report.period().to().getYear(),
                report.report(),
                report.edition(),
                report.form().code(),
                crosswalk.carry(report.values()).get(indicator),
                cell.relation(),
                cell.from(),
                cell.note());
    }

    private PublishedReport read(byte[] document) {
        try {
            return json.readValue(document, PublishedReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException("A published document cannot be read", e);
        }
    }
}
