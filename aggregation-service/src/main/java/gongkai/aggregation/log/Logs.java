package gongkai.aggregation.log;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Which log a topic is. Kafka names each when it is made, so that one that takes another's place is known to be new. */
@ApplicationScoped
public class Logs {

    private static final int PATIENCE_MS = 10_000;

    private final Map<String, Object> settings;

    Logs(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        // Of these, Kafka's administration wants the second to be no less than the first.
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    }

    /** Kafka's name for the log that the topic is now. */
    public String of(String topic) {
        try (var admin = Admin.create(settings)) {
            var topics = admin.describeTopics(List.of(topic)).allTopicNames();
            return topics.get().get(topic).topicId().toString();
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka does not say which log %s is".formatted(topic), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
