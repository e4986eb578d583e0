package gongkai.chassis.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Documents what is the same for all operations: the shape of a problem, the responses of the chassis, and the address of its own
 * resources. The components are in the chassis' {@code META-INF/openapi.yaml}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiCompletion implements OASFilter {

    private static final String PROBLEM_JSON = "application/problem+json";

    private static final String PARAMETER = "service";
    private static final String SERVICE = "{" + PARAMETER + "}";

    private static final List<String> OF_THE_EXTENSION = List.of("HttpProblem", "HttpValidationProblem", "Violation");

    private static final Map<String, String> OF_EVERY_OPERATION =
            Map.of("429", "TooManyRequests", "503", "TemporarilyUnavailable", "default", "Problem");

    private static final Map<String, String> WITH_A_TOKEN = Map.of("401", "NoValidToken", "403", "NotAllowed");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        nameService(api);
        OF_THE_EXTENSION.forEach(api.getComponents()::removeSchema);
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(OpenApiCompletion::complete);
    }

    /** The chassis' own resources have the service as a parameter of their path, which has one value only. */
    private static void nameService(OpenAPI api) {
        String service =
                ServiceAddress.shortName(ConfigProvider.getConfig().getValue("quarkus.application.name", String.class));
        var paths = OASFactory.createPaths();
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.contains(SERVICE)) {
                removeService(item.getParameters(), item::removeParameter);
                item.getOperations()
                        .values()
                        .forEach(operation -> removeService(operation.getParameters(), operation::removeParameter));
            }
            paths.addPathItem(path.replace(SERVICE, service), item);
        });
        api.setPaths(paths);
    }

    private static void removeService(List<Parameter> parameters, Consumer<Parameter> remove) {
        if (parameters != null) {
            List.copyOf(parameters).stream()
                    .filter(parameter -> PARAMETER.equals(parameter.getName()))
                    .forEach(remove);
        }
    }

    private static void complete(Operation operation) {
        APIResponses responses = operation.getResponses();
        responses.getAPIResponses().forEach(OpenApiCompletion::complete);
        OF_EVERY_OPERATION.forEach((status, name) -> add(responses, status, name));
        if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
            operation.setSecurity(List.of());
        } else {
            WITH_A_TOKEN.forEach((status, name) -> add(responses, status, name));
        }
    }

    private static void add(APIResponses responses, String status, String name) {
        APIResponse documented = responses.getAPIResponse(status);
        if (documented == null || documented.getDescription() == null) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + name));
        }
    }

    private static void complete(String status, APIResponse response) {
        boolean isProblem = status.startsWith("4") || status.startsWith("5");
        if (isProblem && response.getRef() == null && isUnspecific(response.getContent())) {
            var schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
            response.setContent(OASFactory.createContent()
                    .addMediaType(PROBLEM_JSON, OASFactory.createMediaType().schema(schema)));
        }
    }

    private static boolean isUnspecific(Content content) {
        return content == null
                || content.getMediaTypes().values().stream()
                        .allMatch(media -> media.getExample() == null && media.getExamples() == null);
    }
}
