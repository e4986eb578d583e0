package gongkai.publication.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "connections")
interface ConnectionsConfig {

    /** How long a connection may be without a whole request, and how long a body may come more slowly than it must. */
    Duration patience();

    /** How much of a body must come in a second, on average. */
    MemorySize slowest();
}
