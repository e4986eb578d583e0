package gongkai.chassis.http;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "rate-limit")
interface RateLimitConfig {

    /** How many requests a client may send at once, after it has been quiet. */
    int burst();

    /** How many requests a second a client may go on sending. */
    int perSecond();

    /** How many clients are counted; beyond that, those that were quiet longest are forgotten, and begin anew. */
    int clients();
}
