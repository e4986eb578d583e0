package gongkai.publication.problem;

import gongkai.publication.language.Language;
import gongkai.publication.language.Text;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says which places of a request are not as they must be, in the shape that every service uses. */
class InvalidRequests {

    private static final Text TITLE = new Text("请求内容不符合要求", "The request is not as it must be");
    private static final Text DETAIL = new Text("请按 errors 所列逐项改正后重发。", "Mend what errors lists, and send it again.");

    /** The extension maps these too, in a shape of its own. */
    private static final int BEFORE_THE_EXTENSION = 1;

    /** @param pointer where it is in the body (RFC 6901) */
    record InvalidPlace(String pointer, String message) {

        static InvalidPlace of(ConstraintViolation<?> violation) {
            return new InvalidPlace(pointerTo(violation.getPropertyPath()), violation.getMessage());
        }

        /** The path without the method and its parameter, which are ours and not the caller's. */
        private static String pointerTo(Path path) {
            return StreamSupport.stream(path.spliterator(), false)
                    .skip(2)
                    .map(InvalidPlace::step)
                    .collect(Collectors.joining());
        }

        private static String step(Path.Node node) {
            Object at = node.getIndex() == null ? node.getKey() : node.getIndex();
            String index =
                    at == null ? "" : "/" + at.toString().replace("~", "~0").replace("/", "~1");
            return node.getKind() == ElementKind.CONTAINER_ELEMENT ? index : index + "/" + node.getName();
        }
    }

    @ServerExceptionMapper(priority = BEFORE_THE_EXTENSION)
    Response problem(ConstraintViolationException invalid, HttpHeaders headers) {
        var language = Language.of(headers);
        List<InvalidPlace> places = invalid.getConstraintViolations().stream()
                .map(InvalidPlace::of)
                .sorted(Comparator.comparing(InvalidPlace::pointer).thenComparing(InvalidPlace::message))
                .toList();
        return HttpProblem.builder()
                .withType(URI.create("/problems/invalid-request"))
                .withTitle(TITLE.in(language))
                .withStatus(422)
                .withDetail(DETAIL.in(language))
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .withHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .with("errors", places)
                .build()
                .toResponse();
    }
}
