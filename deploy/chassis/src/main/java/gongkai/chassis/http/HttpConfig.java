package gongkai.chassis.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Map;

@ConfigMapping(prefix = "http")
interface HttpConfig {

    /** How many requests are processed at a time; long polls are not counted. */
    int maxConcurrentRequests();

    /** How large a request body may be. */
    MemorySize maxBodySize();

    /** How large it may be at addresses with this suffix; the longest suffix counts. */
    Map<String, MemorySize> bodySizeLimits();
}
