package gongkai.deploy.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.deploy.faults.Client.Answer;
import gongkai.deploy.local.Sample;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;

/** The bureau that corrects what it has published: a unit's figures change, the new draft is approved, and an edition goes out. */
final class Publisher {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sender sender;
    private final Sample sample;
    private final String unit;
    private final Random random;

    Publisher(Sender sender, Sample sample, String unit, long seed) {
        this.sender = sender;
        this.sample = sample;
        this.unit = unit;
        this.random = new Random(seed);
    }

    Void work() throws InterruptedException {
        for (int number = 0; !sender.isClosing(); number++) {
            Timing round = Timing.drawn("%s/edition/%d".formatted(sample.code(), number), random);
            correct(round);
            Thread.sleep(round.rest() * 4);
            Optional<JsonNode> draft =
                    draft().filter(known -> known.path("obstacles").isEmpty());
            if (draft.isPresent()) {
                publish(round, draft.get().path("hash").asText());
            }
        }
        return null;
    }

    private void correct(Timing round) throws InterruptedException {
        String path = "/v1/collections/%s/units/%s/submission".formatted(sample.code(), unit);
        Optional<Answer> known = get(Service.SUBMISSION, path);
        if (known.isPresent()) {
            sender.send(new Action(
                    People.clerkOf(unit),
                    round.id(),
                    Action.Kind.REPORT,
                    "PUT",
                    path,
                    round.correction(sample.submissions().get(unit), round.id()),
                    known.get().tag()));
        }
    }

    private Optional<JsonNode> draft() {
        return get(Service.PUBLICATION, report("/draft")).map(answer -> {
            try {
                return JSON.readTree(answer.body());
            } catch (IOException e) {
                throw new IllegalStateException("The draft is no JSON: " + answer.body(), e);
            }
        });
    }

    private void publish(Timing round, String hash) throws InterruptedException {
        var approval = new Action(
                People.APPROVER,
                round.id() + "/approval",
                Action.Kind.APPROVE,
                "PUT",
                report("/approval"),
                "{\"hash\": \"%s\", \"approvedBy\": \"局长办公会\"}".formatted(hash),
                null);
        if (sender.send(approval).filter(Answer::isSuccess).isPresent()) {
            sender.send(new Action(
                    People.APPROVER,
                    round.id() + "/publication",
                    Action.Kind.PUBLISH,
                    "POST",
                    report("/editions"),
                    "{\"approved\": \"%s\", \"publishedBy\": \"局办公室\", \"reason\": \"%s\"}".formatted(hash, round.id()),
                    null));
        }
    }

    private Optional<Answer> get(Service service, String path) {
        try {
            return Optional.of(sender.client().get(service, path, Client.PATIENCE))
                    .filter(Answer::isSuccess);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String report(String rest) {
        return "/v1/reports/" + sample.code() + rest;
    }
}
