package gongkai.publication.trail;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "trail")
interface SealConfig {

    /** How long the sealer sleeps; an entry waits for its seal about so long. */
    Duration poll();
}
