package gongkai.deploy.faults;

import gongkai.deploy.local.Service;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long at a time each service served nobody, since somebody last asked. */
final class Outages {

    private final Map<Service, Long> last = new EnumMap<>(Service.class);
    private final Map<Service, Long> longest = new EnumMap<>(Service.class);

    Outages() {
        restart();
    }

    /** Forgets what was before. */
    synchronized void restart() {
        long now = System.nanoTime();
        for (Service service : Service.values()) {
            last.put(service, now);
            longest.put(service, 0L);
        }
    }

    /** Somebody was served just now. */
    synchronized void served(Service service) {
        long now = System.nanoTime();
        longest.merge(service, now - last.put(service, now), Math::max);
    }

    /** The longest since the restart, by service; one that still goes on counts. */
    synchronized Map<Service, Duration> longest() {
        var found = new EnumMap<Service, Duration>(Service.class);
        long now = System.nanoTime();
        longest.forEach((service, nanos) -> found.put(
                service, Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(Math.max(nanos, now - last.get(service))))));
        return found;
    }
}
