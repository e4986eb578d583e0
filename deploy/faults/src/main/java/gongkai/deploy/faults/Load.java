package gongkai.deploy.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.deploy.local.DemoUser;
import gongkai.deploy.local.Sample;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many units of several bureaus that report at the same time, one bureau that publishes, and the public that reads. */
final class Load implements AutoCloseable {

    static final String PUBLISHED = "faults-published";

    private static final String CORRECTED = "street-1";
    private static final int COLLECTIONS = 3;
    private static final int UNITS = 8;
    private static final int CLERKS_OF_A_UNIT = 2;
    private static final long BETWEEN_LOOKS = 200;
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final FaultEnvironment stage;
    private final Client client;
    private final Sample sample;
    private final Outages gaps = new Outages();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final List<Future<Void>> working = new ArrayList<>();
    private final Sender sender;

    Load(FaultEnvironment stage, Client client, Sample sample, Journal journal) {
        this.stage = stage;
        this.client = client;
        this.sample = sample;
        this.sender = new Sender(client, journal, gaps, closing);
    }

    /** The collections that it works on. */
    static List<String> collections() {
        return Stream.concat(
                        IntStream.range(0, COLLECTIONS).mapToObj(number -> "faults-" + number), Stream.of(PUBLISHED))
                .toList();
    }

    Outages gaps() {
        return gaps;
    }

    long requests() {
        return sender.requests();
    }

    long acknowledged() {
        return sender.acknowledged();
    }

    /** Opens the collections and publishes a first edition, while nothing is broken yet. */
    void prepare() {
        var published = new DemoUser(stage.platform(), sample.as(PUBLISHED));
        published.openCollection();
        Map<String, Long> submitted = published.submitAll((count, of, unit) -> {});
        published.publish(published.awaitTotals(submitted));
        for (int number = 0; number < COLLECTIONS; number++) {
            ObjectNode collection = sample.as("faults-" + number).collection().deepCopy();
            collection.put("compiledBy", "unit-0");
            var roster = collection.putArray("units");
            units().forEach(unit ->
                    roster.addObject().put("code", unit).put("name", unit).put("kind", "司法所"));
            Sample smaller = new Sample(collection, Map.of(), sample.narrative(), sample.publication(), Map.of());
            new DemoUser(stage.platform(), smaller).openCollection();
        }
    }

    /** Everybody begins to work. */
    void begin(long seed) {
        gaps.restart();
        JsonNode like = sample.submissions().get("township-1");
        for (int number = 0; number < COLLECTIONS; number++) {
            String collection = "faults-" + number;
            for (String unit : units().toList()) {
                for (int clerk = 0; clerk < CLERKS_OF_A_UNIT; clerk++) {
                    work(new UnitClerk(sender, people, like, collection, unit, clerk, seed)::work);
                }
            }
        }
        work(new Publisher(sender, sample.as(PUBLISHED), CORRECTED, seed)::work);
        work(() -> look(Service.AGGREGATION, "/v1/totals/%s".formatted(PUBLISHED)));
        work(() -> look(Service.PUBLICATION, "/v1/reports/" + PUBLISHED));
    }

    /** Everybody goes home, also those who still wait for an answer. */
    @Override
    public void close() {
        closing.set(true);
        try {
            for (Future<Void> one : working) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Somebody of the load did not do as told", e);
        } finally {
            people.shutdownNow();
        }
    }

    private void work(Callable<Void> work) {
        working.add(people.submit(work));
    }

    private Void look(Service service, String path) throws InterruptedException {
        while (!closing.get()) {
            Thread.sleep(BETWEEN_LOOKS);
            try {
                if (client.get(service, path, LOOK).isSuccess()) {
                    gaps.served(service);
                }
            } catch (IOException notServed) {
                // The gap grows.
            }
        }
        return null;
    }

    private static Stream<String> units() {
        return IntStream.range(0, UNITS).mapToObj(number -> "unit-" + number);
    }
}
