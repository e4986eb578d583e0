package gongkai.submission.outbox;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "outbox")
interface OutboxConfig {

    /** Where the events go. */
    String topic();

    /** The {@code ce_source} of the events. */
    String source();

    /** Shared by all instances, so that Kafka lets only the latest leader write. */
    String transactionalId();

    /** The most events of one Kafka transaction. */
    int batchSize();

    /** How long the relay sleeps when nobody tells it of an event; others' appends are seen after this. */
    Duration poll();

    /** How long the relay waits, when it was told of an event, for others to send with it. */
    Duration gather();

    /** How long it waits after a failure, and how often another instance asks whether the leader is gone. */
    Duration retry();
}
