package gongkai.deploy.fuzz;

import gongkai.deploy.local.DataDirectory;
import gongkai.deploy.local.MemoryUsage;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Whether the services are as they were before. */
final class ServiceHealth {

    /** A service that has warmed up holds more than one that was just started, whatever it is asked. */
    private static final long GROWTH_MIB = 256;

    private final Platform platform;
    private final DataDirectory data;
    private final Map<String, Long> before;

    ServiceHealth(Platform platform, DataDirectory data) {
        this.platform = platform;
        this.data = data;
        this.before = footprints();
    }

    /** The memory of each part, in MiB. */
    Map<String, Long> footprints() {
        Map<String, Long> footprints = new TreeMap<>();
        for (MemoryUsage footprint : platform.footprints()) {
            footprints.put(footprint.name(), footprint.mebibytes());
        }
        return footprints;
    }

    Map<String, Long> before() {
        return before;
    }

    List<Finding> findings(FuzzHttpClient exchange) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Service service : Service.values()) {
            mustBeAlive(service, exchange, findings);
            mustNotHaveRunOut(service, findings);
        }
        Map<String, Long> after = footprints();
        before.forEach((name, mebibytes) -> {
            if (after.get(name) > mebibytes + GROWTH_MIB) {
                findings.add(
                        new Finding("it grew from %d to %d MiB".formatted(mebibytes, after.get(name)), name, "", ""));
            }
        });
        return findings;
    }

    private void mustBeAlive(Service service, FuzzHttpClient exchange, List<Finding> findings)
            throws InterruptedException {
        URI health = platform.management(service).resolve("/q/health");
        String answer;
        try {
            answer = "status "
                    + exchange.answer(HttpRequest.newBuilder(health).build()).statusCode();
        } catch (ExecutionException | TimeoutException dead) {
            answer = dead.toString();
        }
        if (!answer.equals("status 200")) {
            findings.add(new Finding("health: " + answer, service.module(), health.toString(), ""));
        }
    }

    private void mustNotHaveRunOut(Service service, List<Finding> findings) throws IOException {
        String said = Files.readString(data.log(service.module()));
        for (String end : List.of("OutOfMemoryError", "StackOverflowError")) {
            int at = said.indexOf(end);
            if (at >= 0) {
                findings.add(
                        new Finding(end, service.module(), "", said.substring(at, Math.min(said.length(), at + 600))));
            }
        }
    }
}
