package gongkai.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import gongkai.chassis.i18n.LocalizedText;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes errors in the one shape that all have (RFC 9457), in the caller's language. */
@ApplicationScoped
public class ProblemResponses {

    /** One wrong place of a request. */
    record InvalidPlace(String pointer, String message) {}

    private static final int UNAVAILABLE = 503;

    private final String documentation;

    ProblemResponses(@ConfigProperty(name = "quarkus.smallrye-openapi.path") String documentation) {
        this.documentation = documentation;
    }

    public HttpProblem of(ProblemException exception, Locale language) {
        var problem = problem(
                exception.type(),
                exception.title().in(language),
                exception.detail().in(language),
                language);
        List<?> errors = exception.errors(language);
        if (!errors.isEmpty()) {
            problem.with("errors", errors);
        }
        exception.members(language).forEach(problem::with);
        return problem.build();
    }

    /** @param cause the failure of Jackson, or of the framework around it */
    public HttpProblem malformed(Throwable cause, Locale language) {
        return of(ChassisProblem.MALFORMED_REQUEST, place(cause), language).build();
    }

    public HttpProblem invalid(Collection<? extends ConstraintViolation<?>> violations, Locale language) {
        return invalid(violations, 0, language);
    }

    public HttpProblem tooLarge(Locale language) {
        return of(ChassisProblem.CONTENT_TOO_LARGE, language).build();
    }

    /** @param skipped how many steps of each path name the method and not the request */
    HttpProblem invalid(Collection<? extends ConstraintViolation<?>> violations, int skipped, Locale language) {
        List<InvalidPlace> places = violations.stream()
                .map(violation ->
                        new InvalidPlace(pointer(violation.getPropertyPath(), skipped), violation.getMessage()))
                .sorted(Comparator.comparing(InvalidPlace::pointer).thenComparing(InvalidPlace::message))
                .toList();
        return of(ChassisProblem.INVALID_REQUEST, language)
                .with("errors", places)
                .build();
    }

    HttpProblem unavailable(Locale language) {
        return of(ChassisProblem.TEMPORARILY_UNAVAILABLE, language).build();
    }

    HttpProblem.Builder of(ChassisProblem type, Locale language) {
        return of(type, new LocalizedText("", ""), language);
    }

    HttpProblem.Builder of(ChassisProblem type, Throwable cause, Locale language) {
        return of(type, place(cause), language);
    }

    private HttpProblem.Builder of(ChassisProblem type, LocalizedText place, Locale language) {
        String title = ProblemMessages.title(type).in(language);
        String detail = ProblemMessages.detail(type, documentation).in(language);
        return problem(type, title, detail + place.in(language), language);
    }

    private static HttpProblem.Builder problem(ProblemType type, String title, String detail, Locale language) {
        var problem = HttpProblem.builder()
                .withType(URI.create("/problems/" + type.code()))
                .withTitle(title)
                .withStatus(type.status())
                .withDetail(detail)
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .withHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return type.status() == UNAVAILABLE
                ? problem.withHeader(HttpHeaders.RETRY_AFTER, TransientDatabaseFailure.RETRY_AFTER)
                : problem;
    }

    private static String pointer(Path path, int skipped) {
        return StreamSupport.stream(path.spliterator(), false)
                .skip(skipped)
                .map(ProblemResponses::step)
                .collect(Collectors.joining());
    }

    private static String step(Path.Node node) {
        Object key = node.getIndex() == null ? node.getKey() : node.getIndex();
        String index =
                key == null ? "" : "/" + key.toString().replace("~", "~0").replace("/", "~1");
        return node.getKind() == ElementKind.CONTAINER_ELEMENT ? index : index + "/" + node.getName();
    }

    /** Locates the error in the body. Jackson's own message may name our classes, so it is not passed on. */
    private static LocalizedText place(Throwable thrown) {
        Throwable cause = thrown instanceof WebApplicationException wrapper ? wrapper.getCause() : thrown;
        if (!(cause instanceof JsonProcessingException json) || json.getLocation() == null) {
            return new LocalizedText("", "");
        }
        String path = json instanceof JsonMappingException mapping ? path(mapping) : "";
        int line = json.getLocation().getLineNr();
        int column = json.getLocation().getColumnNr();
        return new LocalizedText(
                "问题在第 %d 行第 %d 列%s。".formatted(line, column, path.isEmpty() ? "" : "，" + path),
                " Look at line %d, column %d%s.".formatted(line, column, path.isEmpty() ? "" : ", " + path));
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map("/"::concat)
                .collect(Collectors.joining());
    }
}
