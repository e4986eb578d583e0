package gongkai.deploy.benchmark;

import gongkai.deploy.local.MemoryUsage;
import gongkai.deploy.local.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long each service takes until it is ready, and what everything holds of the memory after all that went before. */
final class StartUp implements Metric {

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public List<Measurement> measure(BenchmarkEnvironment setting) {
        List<Measurement> measurements = new ArrayList<>();
        for (MemoryUsage footprint : setting.platform().footprints()) {
            measurements.add(Measurement.of("memory of " + footprint.name(), footprint.mebibytes(), "MiB"));
        }
        for (Service service : Service.values()) {
            setting.platform().stop(service);
            long begin = System.nanoTime();
            setting.platform().start(service);
            measurements.add(Measurement.of(
                    "start of " + service.module(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin), "ms"));
        }
        return measurements;
    }
}
