package gongkai.deploy.faults;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.deploy.faults.Client.Answer;
import gongkai.deploy.local.Person;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads over HTTP what is there when everything is over; asks again while a service is still coming round. */
final class Reader {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PAGE = 100;

    private final Client client;

    Reader(Client client) {
        this.client = client;
    }

    Answer get(Service service, String path) throws InterruptedException {
        return answered(path, () -> client.get(service, path, PATIENCE));
    }

    Answer get(Person by, Service service, String path) throws InterruptedException {
        return answered(path, () -> client.get(by, service, path, PATIENCE));
    }

    Answer post(Service service, String path) throws InterruptedException {
        return answered(path, () -> client.post(service, path, PATIENCE));
    }

    JsonNode json(Service service, String path) throws InterruptedException {
        return json(get(service, path));
    }

    static JsonNode json(Answer answer) {
        return json(answer.body());
    }

    static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /** All revisions of a unit's submission, the first one first. */
    List<JsonNode> revisions(String collection, String unit) throws InterruptedException {
        List<JsonNode> revisions = new ArrayList<>();
        String path = "/v1/collections/%s/units/%s/submission/revisions?limit=%d".formatted(collection, unit, PAGE);
        JsonNode page = json(Service.SUBMISSION, path).path("items");
        while (!page.isEmpty()) {
            page.forEach(revisions::add);
            long last = page.get(page.size() - 1).path("revision").asLong();
            page = last <= 1
                    ? JSON.createArrayNode()
                    : json(Service.SUBMISSION, path + "&before=" + last).path("items");
        }
        Collections.reverse(revisions);
        return revisions;
    }

    private interface Question {
        Answer ask() throws IOException;
    }

    private static Answer answered(String what, Question question) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        String why = "";
        while (System.nanoTime() < end) {
            try {
                Answer answer = question.ask();
                if (!answer.isPassing()) {
                    return answer;
                }
                why = answer.body();
            } catch (IOException e) {
                why = e.toString();
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("Nobody answers %s any more: %s".formatted(what, why));
    }
}
