package gongkai.publication.problem;

import gongkai.publication.language.Language;
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
        var problem = HttpProblem.builder()
                .withType(URI.create("/problems/" + refusal.type()))
                .withTitle(refusal.title().in(language))
                .withStatus(refusal.reason().status)
                .withDetail(refusal.detail().in(language))
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .withHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (refusal.reason() == Refusal.Reason.NOT_NOW) {
            problem.withHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
        }
        refusal.members().forEach(problem::with);
        return problem.build().toResponse();
    }
}
