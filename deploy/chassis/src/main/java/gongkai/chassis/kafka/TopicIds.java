package gongkai.chassis.kafka;

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

/** Kafka's ids of topics. Kafka gives each topic a new id when it is created, so the id shows that a topic was recreated. */
@ApplicationScoped
public class TopicIds {

    private static final int TIMEOUT_MS = 10_000;

    private final Map<String, Object> settings;

    TopicIds(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        // Kafka requires that the second is no less than the first.
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    }

    public String of(String topic) {
        try (var admin = Admin.create(settings)) {
            var topics = admin.describeTopics(List.of(topic)).allTopicNames();
            return topics.get().get(topic).topicId().toString();
        } catch (ExecutionException e) {
            throw new KafkaException("The id of the topic %s is unknown".formatted(topic), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
