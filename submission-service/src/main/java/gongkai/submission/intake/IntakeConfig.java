package gongkai.submission.intake;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "intake")
interface IntakeConfig {

    /** Where the events come from. */
    String topic();

    /** Where those go that can never be applied. */
    String deadLetters();

    /** The instances of this service share the partitions under this name. */
    String group();

    /** The most events of one transaction. */
    int batchSize();

    /** How long a failed batch rests before it is tried again. */
    Duration retry();

    /** How long an instance may be silent before Kafka gives its partitions to others. */
    Duration silence();
}
