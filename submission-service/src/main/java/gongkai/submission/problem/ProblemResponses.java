package gongkai.submission.problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Documents what every refusal looks like, once for all operations.
 *
 * <p>An operation lists which problems it answers with which status; that they share one shape is said here.
 */
public class ProblemResponses implements OASFilter {

    private static final String PROBLEM = "Problem";

    private static final String PROBLEM_JSON = "application/problem+json";

    private static final List<String> OF_THE_EXTENSION = List.of("HttpProblem", "HttpValidationProblem", "Violation");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema(PROBLEM, problem());
        OF_THE_EXTENSION.forEach(api.getComponents()::removeSchema);
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(ProblemResponses::describe);
    }

    private static void describe(Operation operation) {
        APIResponses responses = operation.getResponses();
        responses.getAPIResponses().forEach((status, response) -> describe(status, response));
        responses.addAPIResponse(
                "default",
                OASFactory.createAPIResponse()
                        .description("Whatever else is wrong is a problem too")
                        .content(content()));
        if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
            operation.setSecurity(List.of());
            return;
        }
        responses.addAPIResponse(
                "401", refusal("/problems/no-valid-token", 401, "没有有效的令牌", "请在 Authorization 请求头中以 Bearer 附上未过期的令牌。"));
        responses.addAPIResponse(
                "403", refusal("/problems/not-allowed", 403, "您的角色不能这样做", "请由有此权限的人员办理；哪些角色可以，见接口文档 /q/openapi。"));
    }

    private static APIResponse refusal(String type, int status, String title, String detail) {
        Content content = content();
        content.getMediaType(PROBLEM_JSON)
                .setExample(new TreeMap<>(Map.of("type", type, "status", status, "title", title, "detail", detail)));
        return OASFactory.createAPIResponse().description(type).content(content);
    }

    private static void describe(String status, APIResponse response) {
        if (status.startsWith("4") || status.startsWith("5")) {
            response.setContent(content());
        }
    }

    private static Content content() {
        var reference = OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM);
        return OASFactory.createContent()
                .addMediaType(PROBLEM_JSON, OASFactory.createMediaType().schema(reference));
    }

    private static Schema problem() {
        return object("An error (RFC 9457). The words are Chinese, or English where Accept-Language asks for it.")
                .addProperty(
                        "type", string("Names the kind of problem, and never changes", "/problems/invalid-figures"))
                .addProperty("title", string("What happened", "数据有误，未被保存"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).examples(List.of(422)))
                .addProperty("detail", string("What to do next", "共 1 处问题。请按 errors 所列逐项改正后重新报送。"))
                .addProperty("errors", array(place()))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema place() {
        return object("One place of the request that is wrong")
                .addProperty("pointer", string("JSON pointer into the request", "/values/3.1"))
                .addProperty("message", string("What is wrong there", "收到申请数 3.1 应等于各类申请之和"))
                .addProperty("indicator", string("The figure to look at first", "3.1"))
                .addProperty("rule", string("The rule that does not hold", "S1"))
                .addProperty("severity", string("error or warning", "error"))
                .addProperty("left", number("The sum of the rule's left side", 5))
                .addProperty("relation", string("What should hold between left and right", "="))
                .addProperty("right", number("The sum of the rule's right side", 4))
                .addProperty("sheet", string("Of a workbook: the sheet", "统计表"))
                .addProperty("cell", string("Of a workbook: the cell", "D14"))
                .addProperty("line", number("Of a CSV file: the line, from 1", 14))
                .required(List.of("message"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema array(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }

    private static Schema string(String description, String example) {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .description(description)
                .examples(List.of(example));
    }

    private static Schema number(String description, int example) {
        return OASFactory.createSchema()
                .addType(SchemaType.NUMBER)
                .description(description)
                .examples(List.of(example));
    }
}
