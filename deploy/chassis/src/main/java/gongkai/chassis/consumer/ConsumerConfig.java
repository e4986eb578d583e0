package gongkai.chassis.consumer;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "consumer")
interface ConsumerConfig {

    /** The topic whose events are consumed. */
    String topic();

    /** The consumer group: the instances of a service share the partitions. */
    String groupId();

    /** The most events of one transaction. */
    int batchSize();

    /** The time between a failed batch and its repetition. */
    Duration retryDelay();

    /** Kafka gives the partitions of an instance to others after this silence. */
    Duration sessionTimeout();
}
