package gongkai.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.deploy.local.ServiceClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Does with a sample what the people of a bureau do over a year, each in their role. Each step can be done again: what is there already stays as
 * it is, even where somebody has changed it since.
 */
public final class DemoUser {

    private static final Duration FLOW = Duration.ofSeconds(60);

    private static final Duration LONGER_THAN_A_CALL = Duration.ofMinutes(5);

    private final Platform platform;
    private final Sample sample;

    public DemoUser(Platform platform, Sample sample) {
        this.platform = platform;
        this.sample = sample;
    }

    /** Hears of each unit whose submission is in. */
    public interface Progress {
        void submitted(int count, int of, String unit);
    }

    /** @return the collection as it is now, which may be closed */
    public JsonNode openCollection() {
        return accepted(
                "the collection",
                ask(() -> as(Person.platformAdministrator()).post(submission("/v1/collections"), sample.collection())));
    }

    /** @return the revision that each unit's submission has now; without those that differ from the sample */
    public Map<String, Long> submitAll(Progress progress) {
        var revisions = new LinkedHashMap<String, Long>();
        int count = 0;
        for (var submission : sample.submissions().entrySet()) {
            String unit = submission.getKey();
            URI uri = submission("/v1/collections/%s/units/%s/submission".formatted(sample.code(), unit));
            Answer answer =
                    ask(() -> as(Person.unitClerk(sample.bureau(), unit)).put(uri, submission.getValue()));
            if (!isEditedSince(answer)) {
                revisions.put(
                        unit,
                        accepted("the submission of " + unit, answer)
                                .path("revision")
                                .asLong());
            }
            count++;
            progress.submitted(count, sample.submissions().size(), unit);
        }
        return revisions;
    }

    /** Waits until the totals count each of these revisions, or later ones. */
    public JsonNode awaitTotals(Map<String, Long> revisions) {
        URI uri = platform.uri(Service.AGGREGATION).resolve("/v1/totals/%s".formatted(sample.code()));
        return Await.answer(
                "totals that count every submission",
                FLOW,
                () -> found(ask(() -> as("bureau-editor").get(uri))).filter(totals -> count(totals, revisions)));
    }

    private void putNarrative() {
        Answer answer = onceTotalsHaveArrived(
                "report-unknown", () -> as("bureau-editor").put(report("/narrative"), sample.narrative()));
        if (!isEditedSince(answer)) {
            accepted("the narrative", answer);
        }
    }

    /** All of its way from totals to an edition, unless it has one already: a correction is for people to publish. */
    public void publish(JsonNode totals) {
        putNarrative();
        if (published().isEmpty()) {
            decide(totals);
            review();
            publish(approve());
        }
    }

    /** Settles the open findings of the text as the sample does. */
    private void decide(JsonNode totals) {
        awaitDraft(totals);
        JsonNode findings =
                accepted("the question", ask(() -> as("bureau-editor").get(report("/findings"))));
        ArrayNode decisions = ServiceClient.JSON.createArrayNode();
        for (JsonNode number : findings.path("numbers")) {
            if (number.path("status").asText().equals("open")) {
                reason(number)
                        .ifPresent(reason -> decisions
                                .addObject()
                                .put("subject", number.path("id").asText())
                                .put("kind", "outside")
                                .put("reason", reason));
            }
        }
        if (!decisions.isEmpty()) {
            ObjectNode decided = ServiceClient.JSON.createObjectNode();
            decided.set("decisions", decisions);
            decided.set("decidedBy", sample.publication().path("decidedBy"));
            accepted("the decisions", ask(() -> as("bureau-editor").post(report("/decisions"), decided)));
        }
    }

    private Optional<String> reason(JsonNode number) {
        for (JsonNode decision : sample.publication().path("decisions")) {
            if (number.path("sentence")
                    .asText()
                    .contains(decision.path("sentence").asText())) {
                return Optional.of(decision.path("reason").asText());
            }
        }
        return Optional.empty();
    }

    private void review() {
        JsonNode draft = draft();
        if (!draft.has("review")) {
            ObjectNode review = sample.publication().path("review").deepCopy();
            review.set("narrativeRevision", draft.path("narrativeRevision"));
            accepted("the review", ask(() -> as("bureau-reviewer").put(report("/review"), review)));
        }
    }

    /** @return the hash that is approved */
    private String approve() {
        JsonNode hash = draft().path("hash");
        ObjectNode approval = ServiceClient.JSON.createObjectNode();
        approval.set("hash", hash);
        approval.set("approvedBy", sample.publication().path("approvedBy"));
        accepted("the approval", ask(() -> as("bureau-approver").put(report("/approval"), approval)));
        return hash.asText();
    }

    private void publish(String approved) {
        ObjectNode edition = ServiceClient.JSON.createObjectNode().put("approved", approved);
        edition.set("publishedBy", sample.publication().path("publishedBy"));
        accepted("the edition", ask(() -> as("bureau-approver").post(report("/editions"), edition)));
    }

    private JsonNode draft() {
        return accepted("the question", ask(() -> as("bureau-editor").get(report("/draft"))));
    }

    private void awaitDraft(JsonNode totals) {
        Await.answer(
                "the totals to reach the publication-service",
                FLOW,
                () -> Optional.of(draft())
                        .filter(draft -> draft.path("totalsRevision").asLong()
                                >= totals.path("revision").asLong()));
    }

    /** Asks again as long as the publication-service has not heard enough from the aggregation-service. */
    private Answer onceTotalsHaveArrived(String problem, Request request) {
        return Await.answer(
                "the totals to reach the publication-service",
                FLOW,
                () -> Optional.of(ask(request)).filter(answer -> !answer.isProblem(problem)));
    }

    /** The latest edition as the public gets it. */
    Optional<JsonNode> published() {
        return found(ask(() -> ServiceClient.asAnybody().get(reportUri())));
    }

    URI reportUri() {
        return report("");
    }

    private URI submission(String path) {
        return platform.uri(Service.SUBMISSION).resolve(path);
    }

    private URI report(String path) {
        return platform.uri(Service.PUBLICATION).resolve("/v1/reports/" + sample.code() + path);
    }

    private static boolean count(JsonNode totals, Map<String, Long> revisions) {
        var counted = new LinkedHashMap<String, Long>();
        totals.path("units")
                .forEach(unit -> counted.put(
                        unit.path("code").asText(), unit.path("revision").asLong()));
        return revisions.entrySet().stream()
                .allMatch(unit -> counted.getOrDefault(unit.getKey(), 0L) >= unit.getValue());
    }

    /** Something else is there, and it is not ours to replace. */
    private static boolean isEditedSince(Answer answer) {
        return answer.status() == 428;
    }

    private static Optional<JsonNode> found(Answer answer) {
        return answer.status() == 404 ? Optional.empty() : Optional.of(accepted("the question", answer));
    }

    private static JsonNode accepted(String what, Answer answer) {
        if (!answer.isSuccess()) {
            throw new CannotRun("A service refused %s (%d): %s".formatted(what, answer.status(), answer.body()));
        }
        return answer.body();
    }

    private ServiceClient as(String role) {
        return as(Person.of(role, sample.bureau()));
    }

    private ServiceClient as(Person person) {
        return ServiceClient.as(platform.issuer().token(person, LONGER_THAN_A_CALL));
    }

    private interface Request {
        Answer send() throws IOException;
    }

    private Answer ask(Request request) {
        try {
            return request.send();
        } catch (IOException e) {
            throw new CannotRun("A service did not answer (%s); see the logs".formatted(e), e);
        }
    }
}
