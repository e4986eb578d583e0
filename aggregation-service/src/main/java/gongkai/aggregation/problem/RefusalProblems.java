package gongkai.aggregation.problem;

import gongkai.aggregation.language.Language;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says a refusal in the caller's language, as a problem (RFC 9457). */
class RefusalProblems {

    @ServerExceptionMapper
    Response problem(Refusal refusal, HttpHeaders headers) {
        Locale language = Language.of(headers);
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + refusal.type()))
                .withTitle(refusal.title().in(language))
                .withStatus(Response.Status.NOT_FOUND)
                .withDetail(refusal.detail().in(language))
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .withHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build()
                .toResponse();
    }
}
