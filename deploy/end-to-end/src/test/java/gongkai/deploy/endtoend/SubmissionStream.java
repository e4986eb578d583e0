package gongkai.deploy.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * 20,000 submissions as Kafka holds them: 20 collections of 50 units, each of which submits 20 times; and what they add up to.
 * Some arrive twice, and revisions of one unit overtake each other.
 */
final class SubmissionStream implements AutoCloseable {

    private static final int COLLECTIONS = 20;
    private static final int UNITS = 50;
    private static final int REVISIONS = 20;

    /** Far enough for a unit's revisions to pass each other: one revision of every unit is half of it. */
    private static final int DISORDER = 2 * COLLECTIONS * UNITS;

    private static final int EVENTS_FOR_ONE_REPETITION = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final JsonNode form;
    private final List<ProducerRecord<String, String>> events;
    private final Map<String, Map<String, Long>> expected = new LinkedHashMap<>();
    private final KafkaProducer<String, String> producer;
    private final int partitions;

    /**
     * @param name begins the collections' codes
     * @param form whose indicators the units state
     * @param seed of figures and order, so that a failure can be repeated
     */
    SubmissionStream(String name, JsonNode form, String bootstrapServers, long seed) {
        this.name = name;
        this.form = form;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        // A broker that was killed is back within seconds.
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        60_000,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd"),
                new StringSerializer(),
                new StringSerializer());
        this.partitions = producer.partitionsFor("gongkai.submissions").size();
        this.events = events(new Random(seed));
    }

    List<String> collections() {
        return IntStream.range(0, COLLECTIONS).mapToObj(this::collection).toList();
    }

    /** The request that opens a collection of this stream, made from one of another. */
    JsonNode opening(JsonNode like, String collection) {
        ObjectNode opening = like.deepCopy();
        opening.put("collection", collection).put("compiledBy", unit(0));
        var roster = opening.putArray("units");
        units().forEach(unit ->
                roster.addObject().put("code", unit).put("name", unit).put("kind", "科室"));
        return opening;
    }

    /** Sends one of so many parts of the stream; completes when Kafka has acknowledged all of it. */
    CompletableFuture<Void> send(int part, int of) {
        return CompletableFuture.allOf(
                events.subList(events.size() * part / of, events.size() * (part + 1) / of).stream()
                        .map(this::send)
                        .toArray(CompletableFuture[]::new));
    }

    /** The totals of a collection: what each unit's last revision says, added up. */
    Map<String, BigDecimal> expected(String collection) {
        return expected.get(collection).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, figure -> BigDecimal.valueOf(figure.getValue())));
    }

    /** Whether these totals rest on every unit's last revision. */
    static boolean isComplete(JsonNode totals) {
        return totals.path("units").size() == UNITS
                && StreamSupport.stream(totals.path("units").spliterator(), false)
                        .allMatch(unit -> unit.path("revision").asLong() == REVISIONS);
    }

    @Override
    public void close() {
        producer.close();
    }

    private CompletableFuture<Void> send(ProducerRecord<String, String> event) {
        var acknowledged = new CompletableFuture<Void>();
        var unused = producer.send(event, (place, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    private List<ProducerRecord<String, String>> events(Random random) {
        var inOrder = new ArrayList<ProducerRecord<String, String>>();
        for (int revision = 1; revision <= REVISIONS; revision++) {
            for (String collection : collections()) {
                for (String unit : units().toList()) {
                    inOrder.add(event(collection, unit, revision, figures(collection, unit, revision, random)));
                }
            }
        }
        for (int from = 0; from < inOrder.size(); from += DISORDER) {
            Collections.shuffle(inOrder.subList(from, Math.min(from + DISORDER, inOrder.size())), random);
        }
        var repeated = new ArrayList<ProducerRecord<String, String>>();
        for (var event : inOrder) {
            repeated.add(event);
            if (random.nextInt(EVENTS_FOR_ONE_REPETITION) == 0) {
                repeated.add(repeated.get(random.nextInt(repeated.size())));
            }
        }
        return repeated;
    }

    private Map<String, Long> figures(String collection, String unit, int revision, Random random) {
        var figures = new LinkedHashMap<String, Long>();
        var totals = expected.computeIfAbsent(collection, first -> new LinkedHashMap<>());
        for (JsonNode indicator : form.path("indicators")) {
            String code = indicator.path("code").asText();
            long figure = random.nextInt(1_000_000);
            figures.put(code, figure);
            boolean counts = !indicator.path("rollUp").asText().equals("bureau") || unit.equals(unit(0));
            if (revision == REVISIONS && counts) {
                totals.merge(code, figure, Long::sum);
            }
        }
        return figures;
    }

    private ProducerRecord<String, String> event(
            String collection, String unit, int revision, Map<String, Long> figures) {
        ObjectNode data = JSON.createObjectNode()
                .put("collection", collection)
                .put("unit", unit)
                .put("revision", revision)
                .put("state", "submitted");
        data.set("values", JSON.valueToTree(figures));
        data.putArray("derived");
        data.putArray("notApplicable");
        data.putArray("warnings");
        data.put("submittedBy", "李文")
                .put("source", "api")
                .put("late", false)
                .put("submittedAt", "2019-01-08T01:30:00Z");
        String key = collection + "/" + unit;
        var record = new ProducerRecord<>("gongkai.submissions", partition(collection), key, data.toString());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", key + "/" + revision,
                        "ce_source", "/end-to-end",
                        "ce_type", "gongkai.submission.v1",
                        "ce_subject", key,
                        "ce_time", "2019-01-08T01:30:00Z",
                        "content-type", "application/json")
                .forEach((header, value) -> record.headers().add(header, value.getBytes(UTF_8)));
        return record;
    }

    /** The partition of a collection's events, as the submission-service chooses it. */
    private int partition(String collection) {
        return Utils.toPositive(Utils.murmur2(collection.getBytes(UTF_8))) % partitions;
    }

    private String collection(int number) {
        return "%s-%02d".formatted(name, number);
    }

    private static Stream<String> units() {
        return IntStream.range(0, UNITS).mapToObj(SubmissionStream::unit);
    }

    private static String unit(int number) {
        return "unit-%02d".formatted(number);
    }
}
