package gongkai.chassis.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "outbox")
interface OutboxConfig {

    /** False in a service that publishes no events. */
    @WithDefault("true")
    boolean enabled();

    /** The topic that events are published to; required unless the outbox is disabled. */
    Optional<String> topic();

    /** The {@code ce_source} of the events. */
    String source();

    /** Kafka's transactional id. All instances share it, so Kafka fences every leader but the latest. */
    String transactionalId();

    /** The most events of one Kafka transaction. */
    int batchSize();

    /** The time between two looks into the outbox; events of other instances are found after this time. */
    Duration pollInterval();

    /** A woken relay waits this long for more events, to publish them in one transaction. */
    Duration linger();

    /** The time between a failure and the next attempt, and between two attempts to become the leader. */
    Duration retryDelay();

    default String requiredTopic() {
        return topic().orElseThrow(() -> new IllegalStateException("outbox.topic is not set"));
    }
}
