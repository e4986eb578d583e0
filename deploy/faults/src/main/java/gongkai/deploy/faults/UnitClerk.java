package gongkai.deploy.faults;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.deploy.faults.Client.Answer;
import gongkai.deploy.local.Person;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/** Edits one unit's submission again and again; another clerk of the same unit may do so at the same time. */
final class UnitClerk {

    private static final int NOT_FOUND = 404;
    private static final int STALE = 412;

    private final Sender sender;
    private final ExecutorService hands;
    private final JsonNode like;
    private final String name;
    private final String path;
    private final Person self;
    private final Random random;

    /** @param hands to press a button twice at once */
    UnitClerk(
            Sender sender, ExecutorService hands, JsonNode like, String collection, String unit, int clerk, long seed) {
        this.sender = sender;
        this.hands = hands;
        this.like = like;
        this.name = "%s/%s/%d".formatted(collection, unit, clerk);
        this.path = "/v1/collections/%s/units/%s/submission".formatted(collection, unit);
        this.self = People.clerkOf(unit);
        this.random = new Random(seed ^ ((long) name.hashCode() << 16));
    }

    Void work() throws InterruptedException, ExecutionException {
        for (int number = 0; !sender.isClosing(); number++) {
            Timing round = Timing.drawn("%s/%d".formatted(name, number), random);
            Thread.sleep(round.rest());
            Optional<String> seen = look();
            Thread.sleep(round.rest());
            if (seen.isPresent() && isRefusedAsStale(act(round, round.id(), seen.get()))) {
                // Another was faster: looks again, and does it on top of that.
                Optional<String> newer = look();
                if (newer.isPresent()) {
                    act(round, round.id() + "/again", newer.get());
                }
            }
        }
        return null;
    }

    private static boolean isRefusedAsStale(Optional<Answer> answer) {
        return answer.filter(given -> given.status() == STALE).isPresent();
    }

    /** The ETag of what stands there; an empty one where nothing does; nothing where the service does not say. */
    private Optional<String> look() {
        try {
            Answer answer = sender.client().get(Service.SUBMISSION, path, Client.PATIENCE);
            if (answer.status() == NOT_FOUND) {
                return Optional.of("");
            }
            return answer.isSuccess() ? Optional.of(answer.tag()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Answer> act(Timing round, String id, String seen) throws InterruptedException, ExecutionException {
        Action action = action(round, id, seen);
        switch (round.manner()) {
            case PATIENT -> {
                return sender.send(action);
            }
            case HASTY -> {
                sender.abandon(action, round.share());
                return sender.send(action);
            }
            case GIVING_UP -> {
                sender.abandon(action, round.share());
                return Optional.empty();
            }
            case TWICE -> {
                var other = hands.submit(() -> sender.send(action));
                Optional<Answer> answer = sender.send(action);
                other.get();
                return answer;
            }
        }
        throw new IllegalStateException("There is no other manner");
    }

    private Action action(Timing round, String id, String seen) {
        String ifMatch = seen.isEmpty() ? null : seen;
        return switch (round.wish()) {
            case SUBMIT -> report(round.submission(like, "submitted", id), id, ifMatch);
            case SAVE_A_DRAFT -> report(round.submission(like, "draft", id), id, ifMatch);
            case WITHDRAW ->
                new Action(
                        self,
                        id,
                        Action.Kind.WITHDRAW,
                        "POST",
                        path + "/withdrawal",
                        "{\"reason\": \"%s\", \"withdrawnBy\": \"李文\"}".formatted(id),
                        ifMatch);
            case RETURN ->
                new Action(
                        People.EDITOR,
                        id,
                        Action.Kind.RETURN,
                        "POST",
                        path + "/return",
                        "{\"reason\": \"%s\", \"returnedBy\": \"王核\"}".formatted(id),
                        ifMatch);
        };
    }

    private Action report(String body, String id, String ifMatch) {
        return new Action(self, id, Action.Kind.REPORT, "PUT", path, body, ifMatch);
    }
}
