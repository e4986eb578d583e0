package gongkai.publication.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import gongkai.publication.language.Language;
import gongkai.publication.language.Text;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives what the framework refuses the same shape as our own refusals: a stable type, and words for a clerk. */
@ApplicationScoped
class FrameworkProblems implements ProblemPostProcessor {

    record Words(String type, Text title, Text detail) {}

    static final Words TOO_LARGE = new Words(
            "content-too-large",
            new Text("请求正文过大", "The body is too large"),
            new Text("请缩小请求后重发。", "Send less at once."));

    private static final Words OUTAGE = new Words(
            "temporarily-unavailable",
            new Text("系统暂时不可用", "We cannot do it right now"),
            new Text(
                    "数据库暂时没有应答，不能确定数据是否已保存。请稍等几秒后原样重发。",
                    "The database does not answer, and whether anything was stored is not certain. Send the same again in a few seconds."));

    private static final int MALFORMED = 400;

    private static final Map<Integer, Words> WORDS = Map.of(
            MALFORMED,
            new Words(
                    "malformed-request",
                    new Text("请求无法读懂", "The request cannot be read"),
                    new Text("请求正文不是本接口约定的 JSON。", "The body is not the JSON that this operation takes.")),
            401,
            new Words(
                    "no-valid-token",
                    new Text("没有有效的令牌", "There is no valid token"),
                    new Text(
                            "请在 Authorization 请求头中以 Bearer 附上未过期的令牌。",
                            "Send a token that has not expired, as Authorization: Bearer …")),
            403,
            new Words(
                    "not-allowed",
                    new Text("您的角色不能这样做", "Your role does not allow that"),
                    new Text(
                            "请由有此权限的人员办理；哪些角色可以，见接口文档 /q/openapi。",
                            "Ask somebody whose role allows it; the documentation at /q/openapi says which roles do.")),
            404,
            new Words(
                    "not-found",
                    new Text("没有这个地址", "There is nothing at this address"),
                    new Text("请对照接口文档 /q/openapi 核对地址。", "Compare the address with the documentation at /q/openapi.")),
            405,
            new Words(
                    "method-not-allowed",
                    new Text("此地址不支持该方法", "This address does not take that method"),
                    new Text("请对照接口文档 /q/openapi 核对方法。", "Compare the method with the documentation at /q/openapi.")),
            406,
            new Words(
                    "not-acceptable",
                    new Text("没有您要的格式", "There is no such representation"),
                    new Text("请在 Accept 中使用 application/json。", "Ask for application/json in Accept.")),
            413,
            TOO_LARGE,
            415,
            new Words(
                    "unsupported-media-type",
                    new Text("不支持该格式", "This media type is not supported"),
                    new Text("请用 Content-Type: application/json 发送。", "Send it with Content-Type: application/json.")),
            500,
            new Words(
                    "internal-error",
                    new Text("系统内部错误", "Something went wrong on our side"),
                    new Text(
                            "数据未被保存。请稍后重试；若再次出现，请联系管理员。",
                            "Nothing was stored. Try again later; if it happens again, tell the administrator.")));

    private final CurrentVertxRequest request;

    FrameworkProblems(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (Outage.isBehind(context.cause)) {
            return problem(503, OUTAGE, null)
                    .withHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER)
                    .build();
        }
        int status = Unstorable.isBehind(context.cause) ? MALFORMED : problem.getStatusCode();
        Words words = WORDS.get(status);
        if (problem.getType() != null || words == null) {
            return problem;
        }
        HttpProblem.Builder ours = problem(status, words, cause(context));
        problem.getHeaders().forEach(ours::withHeader);
        return ours.build();
    }

    private HttpProblem.Builder problem(int status, Words words, Throwable cause) {
        Locale language = Language.of(request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        // A new problem, without what the extension adds in a shape of its own.
        return HttpProblem.builder()
                .withStatus(status)
                .withType(URI.create("/problems/" + words.type))
                .withTitle(words.title.in(language))
                .withDetail(words.detail.in(language) + place(cause).in(language))
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .withHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private static Throwable cause(ProblemContext context) {
        return context.cause instanceof WebApplicationException wrapper ? wrapper.getCause() : context.cause;
    }

    /** Where in the body the trouble is; Jackson's own message may name our classes, so it is not passed on. */
    private static Text place(Throwable cause) {
        if (!(cause instanceof JsonProcessingException json) || json.getLocation() == null) {
            return new Text("", "");
        }
        String pointer = json instanceof JsonMappingException mapping ? pointer(mapping) : "";
        int line = json.getLocation().getLineNr();
        int column = json.getLocation().getColumnNr();
        return new Text(
                "问题在第 %d 行第 %d 列%s。".formatted(line, column, pointer.isEmpty() ? "" : "，" + pointer),
                " Look at line %d, column %d%s.".formatted(line, column, pointer.isEmpty() ? "" : ", " + pointer));
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map("/"::concat)
                .collect(Collectors.joining());
    }
}
