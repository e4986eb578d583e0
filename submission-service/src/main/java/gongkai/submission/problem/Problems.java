package gongkai.submission.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import gongkai.submission.language.Text;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Puts what went wrong into the shape that every error has (RFC 9457), in the caller's language. */
@ApplicationScoped
public class Problems {

    /** One place of a request that is not as it must be. */
    record InvalidPlace(String pointer, String message) {}

    private record Words(String type, Text title, Text detail) {}

    private static final Words MALFORMED = new Words(
            "malformed-request",
            new Text("请求无法读懂", "The request cannot be read"),
            new Text("请求正文不是本接口约定的 JSON。", "The body is not the JSON that this operation takes."));

    private static final Words TOO_LARGE = new Words(
            "content-too-large",
            new Text("请求正文过大", "The body is too large"),
            new Text("请缩小请求后重发。", "Send less at once."));

    private static final Words OUTAGE = new Words(
            "temporarily-unavailable",
            new Text("系统暂时不可用", "We cannot do it right now"),
            new Text(
                    "数据库暂时没有应答，不能确定数据是否已保存。请稍等几秒后原样重发：相同内容不会重复计数。",
                    "The database does not answer, and whether anything was stored is not certain. Send the same again in a few seconds:"
                            + " the same content never counts twice."));

    private static final Map<Integer, Words> WORDS = Map.of(
            400,
            MALFORMED,
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
                            "请对照接口文档 /q/openapi，在 Accept 中使用该操作提供的格式。",
                            "Ask in Accept for what the documentation at /q/openapi says this operation answers.")),
            413,
            TOO_LARGE,
            415,
            new Words(
                    "unsupported-media-type",
                    new Text("不支持该格式", "This media type is not supported"),
                    new Text(
                            "请对照接口文档 /q/openapi，用该操作接受的 Content-Type 发送。",
                            "Send it with a Content-Type that, as the documentation at /q/openapi says, this operation takes.")),
            500,
            new Words(
                    "internal-error",
                    new Text("系统内部错误", "Something went wrong on our side"),
                    new Text(
                            "数据未被保存。请稍后重试；若再次出现，请联系管理员。",
                            "Nothing was stored. Try again later; if it happens again, tell the administrator.")));

    private static final Words INVALID = new Words(
            "invalid-request",
            new Text("请求内容不符合要求", "The request is not as it must be"),
            new Text("请按 errors 所列逐项改正后重发。", "Mend what errors lists, and send it again."));

    public HttpProblem of(Refusal refusal, Locale language) {
        var problem = HttpProblem.builder()
                .withType(type(refusal.type()))
                .withTitle(refusal.title().in(language))
                .withStatus(refusal.reason().status)
                .withDetail(refusal.detail().in(language));
        if (refusal.reason() == Refusal.Reason.NOT_NOW) {
            problem.withHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
        }
        List<?> errors = refusal.errors(language);
        return (errors.isEmpty() ? problem : problem.with("errors", errors)).build();
    }

    public HttpProblem tooLarge(Locale language) {
        return problem(413, TOO_LARGE, "", language).build();
    }

    HttpProblem outage(Locale language) {
        return problem(503, OUTAGE, "", language)
                .withHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER)
                .build();
    }

    /** @param cause what Jackson, or the framework around it, says of the body */
    public HttpProblem malformed(Throwable cause, Locale language) {
        return problem(400, MALFORMED, place(cause).in(language), language).build();
    }

    public HttpProblem invalid(Collection<? extends ConstraintViolation<?>> violations, Locale language) {
        return invalid(violations, 0, language);
    }

    /** @param skipped how many steps of each path are ours and not the caller's */
    HttpProblem invalid(Collection<? extends ConstraintViolation<?>> violations, int skipped, Locale language) {
        List<InvalidPlace> places = violations.stream()
                .map(violation ->
                        new InvalidPlace(pointer(violation.getPropertyPath(), skipped), violation.getMessage()))
                .toList();
        return problem(422, INVALID, "", language).with("errors", places).build();
    }

    /** What the framework says, in our words; nothing where we have none for its status. */
    Optional<HttpProblem> framework(HttpProblem said, Throwable cause, Locale language) {
        int status = said.getStatusCode();
        return Optional.ofNullable(WORDS.get(status)).map(words -> {
            var ours = problem(status, words, place(cause).in(language), language);
            said.getHeaders().forEach(ours::withHeader);
            return ours.build();
        });
    }

    private static HttpProblem.Builder problem(int status, Words words, String place, Locale language) {
        return HttpProblem.builder()
                .withType(type(words.type))
                .withTitle(words.title.in(language))
                .withStatus(status)
                .withDetail(words.detail.in(language) + place);
    }

    private static URI type(String name) {
        return URI.create("/problems/" + name);
    }

    private static String pointer(Path path, int skipped) {
        return StreamSupport.stream(path.spliterator(), false)
                .skip(skipped)
                .map(node -> node.getIndex() == null
                        ? "/" + node.getName()
                        : "/%d/%s".formatted(node.getIndex(), node.getName()))
                .collect(Collectors.joining());
    }

    /** Where in the body the trouble is; Jackson's own message may name our classes, so it is not passed on. */
    private static Text place(Throwable thrown) {
        Throwable cause = thrown instanceof WebApplicationException wrapper ? wrapper.getCause() : thrown;
        if (!(cause instanceof JsonProcessingException json) || json.getLocation() == null) {
            return new Text("", "");
        }
        String path = json instanceof JsonMappingException mapping ? path(mapping) : "";
        int line = json.getLocation().getLineNr();
        int column = json.getLocation().getColumnNr();
        return new Text(
                "问题在第 %d 行第 %d 列 %s。".formatted(line, column, path),
                " Look at line %d, column %d %s.".formatted(line, column, path));
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
    }
}
