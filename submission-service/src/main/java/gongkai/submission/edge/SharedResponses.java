package gongkai.submission.edge;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents, once for all operations, what any of them may answer. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SharedResponses implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(operation -> operation.getResponses())
                .forEach(responses -> responses.addAPIResponse("429", tooMany()));
    }

    private static APIResponse tooMany() {
        return OASFactory.createAPIResponse()
                .description("/problems/too-many-requests: slow down")
                .addHeader("Retry-After", header(SchemaType.INTEGER, "Seconds until the next request is taken"))
                .addHeader(
                        "RateLimit",
                        header(
                                SchemaType.STRING,
                                "How many requests are left (r), and in how many seconds all are again (t)"))
                .content(problem());
    }

    private static Content problem() {
        var schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json", OASFactory.createMediaType().schema(schema));
    }

    private static Header header(SchemaType type, String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }
}
