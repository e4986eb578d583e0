package gongkai.chassis.audit;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

@ConfigMapping(prefix = "audit")
interface AuditConfig {

    /** How often the chain writer runs; an entry is unsealed for about this time. */
    Duration sealInterval();
}
