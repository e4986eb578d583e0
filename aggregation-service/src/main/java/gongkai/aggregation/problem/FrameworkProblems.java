package gongkai.aggregation.problem;

import gongkai.aggregation.language.Language;
import gongkai.aggregation.language.Text;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Map;

/** Gives what the framework refuses the same shape as our own refusals: a stable type, and words for a clerk. */
@ApplicationScoped
class FrameworkProblems implements ProblemPostProcessor {

    record Words(String type, Text title, Text detail) {}

    static final Words TOO_LARGE = new Words(
            "content-too-large",
            new Text("请求正文过大", "The body is too large"),
            new Text("本接口不需要请求正文。", "This interface takes no bodies."));

    private static final Words OUTAGE = new Words(
            "temporarily-unavailable",
            new Text("系统暂时不可用", "We cannot do it right now"),
            new Text("数据库暂时没有应答。请稍等几秒后重试。", "The database does not answer. Try again in a few seconds."));

    private static final int MALFORMED = 400;

    private static final Map<Integer, Words> WORDS = Map.of(
            MALFORMED,
            new Words(
                    "malformed-request",
                    new Text("请求无法读懂", "The request cannot be read"),
                    new Text(
                            "地址中的参数不合本接口的约定。请对照接口文档 /q/openapi。",
                            "A parameter in the address is not as the interface has it. Compare the documentation at /q/openapi.")),
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
                    new Text(
                            "请在 Accept 中使用 application/json；汇总也可用 text/csv。",
                            "Ask for application/json in Accept; totals can also be had as text/csv.")),
            413,
            TOO_LARGE,
            500,
            new Words(
                    "internal-error",
                    new Text("系统内部错误", "Something went wrong on our side"),
                    new Text("请稍后重试；若再次出现，请联系管理员。", "Try again later; if it happens again, tell the administrator.")));

    private final CurrentVertxRequest request;

    FrameworkProblems(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (Outage.isBehind(context.cause)) {
            return problem(HttpProblem.builder().withHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER), 503, OUTAGE);
        }
        boolean malformed = isAboutAParameter(context.cause) || Unstorable.isBehind(context.cause);
        int status = malformed ? MALFORMED : problem.getStatusCode();
        Words words = WORDS.get(status);
        if (problem.getType() != null || words == null) {
            return problem;
        }
        return problem(HttpProblem.builder(problem), status, words);
    }

    private HttpProblem problem(HttpProblem.Builder problem, int status, Words words) {
        var language = Language.of(request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return problem.withStatus(status)
                .withType(URI.create("/problems/" + words.type))
                .withTitle(words.title.in(language))
                .withDetail(words.detail.in(language))
                .build();
    }

    /** The framework says that an address with {@code ?revision=latest} does not exist; that would send its caller astray. */
    private static boolean isAboutAParameter(Throwable cause) {
        return cause instanceof NotFoundException notFound && notFound.getCause() != null;
    }
}
