package gongkai.deploy.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whether Kafka was told of every revision, and last of the last one; and whether what is unfit was put aside. */
final class LogCheck {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Verdict verdict;
    private final Map<String, Map<String, List<JsonNode>>> revisions;

    LogCheck(Verdict verdict, Map<String, Map<String, List<JsonNode>>> revisions) {
        this.verdict = verdict;
        this.revisions = revisions;
    }

    void check(FaultEnvironment stage) {
        checkSubmissions(Log.of(stage, Log.SUBMISSIONS, LIMIT).events(), stage.isLogCompacted());
        for (String topic : List.of(Log.SUBMISSIONS, Log.TOTALS)) {
            checkDeadLetters(
                    Log.of(stage, topic, LIMIT).events(),
                    Log.of(stage, topic + Log.DEAD_LETTER, LIMIT).events());
        }
    }

    private void checkSubmissions(List<ConsumerRecord<byte[], byte[]>> events, boolean compacted) {
        Map<String, Long> last = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (var event : events) {
            if (event.headers().lastHeader(StrangeWriter.MARK) == null) {
                String key = new String(event.key(), UTF_8);
                long revision = Reader.json(new String(event.value(), UTF_8))
                        .path("revision")
                        .asLong();
                last.put(key, revision);
                told.add(key + "@" + revision);
            }
        }
        revisions.forEach((collection, units) -> units.forEach((unit, all) -> {
            String key = collection + "/" + unit;
            // Of a log that was compacted, the last one is there.
            for (int number = 1; number <= all.size() && !compacted; number++) {
                if (!told.contains(key + "@" + number)) {
                    verdict.lost().add("event: Kafka was never told of %s@%d".formatted(key, number));
                }
            }
            if (!all.isEmpty() && last.getOrDefault(key, 0L) != all.size()) {
                verdict.wrong().add("Kafka was told last of %s@%d".formatted(key, last.get(key)));
            }
        }));
    }

    private void checkDeadLetters(
            List<ConsumerRecord<byte[], byte[]>> events, List<ConsumerRecord<byte[], byte[]>> deadLetters) {
        Set<String> putAside = new HashSet<>();
        deadLetters.forEach(letter -> putAside.add(new String(letter.key(), UTF_8)));
        for (var event : events) {
            var mark = event.headers().lastHeader(StrangeWriter.MARK);
            if (mark != null && new String(mark.value(), UTF_8).equals("unfit")) {
                String key = new String(event.key(), UTF_8);
                if (!putAside.contains(key)) {
                    verdict.lost().add("dead letter: %s of %s".formatted(key, event.topic()));
                }
            }
        }
    }
}
