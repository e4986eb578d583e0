package gongkai.publication.problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Documents, once for all operations that want a token, how those are refused who have none, or the wrong role. */
public class RefusedCallers implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(RefusedCallers::describe);
    }

    private static void describe(Operation operation) {
        if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
            operation.setSecurity(List.of());
            return;
        }
        operation
                .getResponses()
                .addAPIResponse(
                        "401",
                        refusal("/problems/no-valid-token", 401, "没有有效的令牌", "请在 Authorization 请求头中以 Bearer 附上未过期的令牌。"))
                .addAPIResponse(
                        "403",
                        refusal("/problems/not-allowed", 403, "您的角色不能这样做", "请由有此权限的人员办理；哪些角色可以，见接口文档 /q/openapi。"));
    }

    private static APIResponse refusal(String type, int status, String title, String detail) {
        var schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
        var example = new TreeMap<>(Map.of("type", type, "status", status, "title", title, "detail", detail));
        return OASFactory.createAPIResponse()
                .description(type)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType().schema(schema).example(example)));
    }
}
