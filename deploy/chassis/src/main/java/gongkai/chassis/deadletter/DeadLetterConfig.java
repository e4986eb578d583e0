package gongkai.chassis.deadletter;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "consumer")
interface DeadLetterConfig {

    /** The topic that receives the events which cannot be processed. */
    String deadLetterTopic();
}
