package gongkai.aggregation.live;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "read-your-writes")
interface ReadYourWritesConfig {

    /** How long a request waits for its submission. */
    Duration timeout();

    /** The most requests that wait at a time. */
    int maxWaiting();
}
