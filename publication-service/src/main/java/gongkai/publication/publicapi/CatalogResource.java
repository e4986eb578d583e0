package gongkai.publication.publicapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.publication.publicapi.PublishedEditions.Entry;
import gongkai.publication.rendering.Format;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/catalog")
@Tag(name = "Report")
class CatalogResource {

    private static final String JSON_LD = "application/ld+json";

    private static final int MAX_DATASETS = 1_000;

    private static final Map<String, String> CONTEXT = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/");

    @Schema(name = "Catalog", description = "The published reports as open data (DCAT 2).")
    record Catalog(
            @JsonProperty("@context") Map<String, String> context,
            @JsonProperty("@type") String type,
            @JsonProperty("@id") String id,
            @JsonProperty("dct:title") String title,
            @JsonProperty("dcat:dataset") List<Dataset> datasets) {}

    @Schema(name = "Dataset")
    record Dataset(
            @JsonProperty("@type") String type,
            @JsonProperty("@id") String id,
            @JsonProperty("dct:title") String title,
            @JsonProperty("dct:language") String language,
            @JsonProperty("dct:issued") String issued,
            @JsonProperty("dct:publisher") Map<String, String> publisher,
            @JsonProperty("dct:temporal") String year,
            @JsonProperty("dcat:version") String version,
            @JsonProperty("dcat:distribution") List<Distribution> distributions) {}

    @Schema(name = "Distribution")
    record Distribution(
            @JsonProperty("@type") String type,
            @JsonProperty("dcat:downloadURL") String address,
            @JsonProperty("dcat:mediaType") String mediaType) {}

    private final PublishedEditions published;

    CatalogResource(PublishedEditions published) {
        this.published = published;
    }

    @GET
    @Produces(JSON_LD)
    @Transactional
    @PermitAll
    @Operation(operationId = "getCatalog", summary = "The published reports as open data (DCAT, JSON-LD)")
    @APIResponse(
            responseCode = "200",
            description = "The catalogue",
            content = @Content(mediaType = JSON_LD, schema = @Schema(implementation = Catalog.class)))
    public Catalog get(
            @RestQuery @Size(max = 64) @Parameter(description = "Of this bureau only.", example = "xingqing-justice")
                    String bureau,
            UriInfo uri) {
        return new Catalog(
                CONTEXT,
                "dcat:Catalog",
                uri.getRequestUri().toString(),
                "政府信息公开工作年度报告",
                published.latest(bureau, null, null, "", MAX_DATASETS).stream()
                        .map(entry -> dataset(entry, uri))
                        .toList());
    }

    private static Dataset dataset(Entry entry, UriInfo uri) {
        String address = uri.getBaseUriBuilder()
                .path("v1/reports/{report}/editions/{edition}")
                .build(entry.report(), entry.edition())
                .toString();
        return new Dataset(
                "dcat:Dataset",
                address,
                entry.title(),
                "zh",
                entry.publishedAt().toString(),
                Map.of("@type", "foaf:Organization", "foaf:name", entry.bureauName()),
                Integer.toString(entry.year()),
                Integer.toString(entry.edition()),
                Arrays.stream(Format.values())
                        .map(format -> new Distribution("dcat:Distribution", address + format.ending(), format.type()))
                        .toList());
    }
}
