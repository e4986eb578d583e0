package gongkai.deploy.faults;

import gongkai.deploy.faults.Client.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Sends again after a time-out or a passing error; every request and every answer is in the journal. */
final class Sender {

    /** Longer than any fault lasts. */
    private static final Duration PERSISTENCE = Duration.ofSeconds(90);

    private static final Duration BEFORE_THE_NEXT = Duration.ofMillis(500);

    private final Client client;
    private final Journal journal;
    private final AtomicBoolean closing;
    private final LongAdder requests = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final Outages gaps;

    Sender(Client client, Journal journal, Outages gaps, AtomicBoolean closing) {
        this.client = client;
        this.journal = journal;
        this.gaps = gaps;
        this.closing = closing;
    }

    Client client() {
        return client;
    }

    boolean isClosing() {
        return closing.get();
    }

    long requests() {
        return requests.sum();
    }

    long acknowledged() {
        return acknowledged.sum();
    }

    /** Asks until there is an answer that asking again would not change. */
    Optional<Answer> send(Action action) throws InterruptedException {
        long end = System.nanoTime() + PERSISTENCE.toNanos();
        while (System.nanoTime() < end && !isClosing()) {
            Optional<Answer> answer = attempt(action);
            if (answer.isPresent() && !answer.get().isPassing()) {
                return answer;
            }
            Thread.sleep(BEFORE_THE_NEXT.toMillis());
        }
        return Optional.empty();
    }

    /** Sends once. */
    Optional<Answer> attempt(Action action) {
        requests.increment();
        journal.asks(action);
        try {
            Answer answer = client.send(action);
            journal.answered(action, answer);
            if (answer.isSuccess()) {
                acknowledged.increment();
            }
            if (!answer.isPassing()) {
                gaps.served(action.kind().service());
            }
            return Optional.of(answer);
        } catch (IOException e) {
            journal.unanswered(action, e.toString());
            return Optional.empty();
        }
    }

    /** Hangs up in the middle: nobody knows what becomes of it. */
    void abandon(Action action, double share) {
        requests.increment();
        journal.asks(action);
        try {
            client.abandon(action, share);
            journal.unanswered(action, "hung up");
        } catch (IOException e) {
            journal.unanswered(action, e.toString());
        }
    }
}
