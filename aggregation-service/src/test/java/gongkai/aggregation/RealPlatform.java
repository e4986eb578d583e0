package gongkai.aggregation;

import gongkai.deploy.local.FreePort;
import gongkai.deploy.local.LocalIssuer;
import gongkai.deploy.local.LocalKafka;
import gongkai.deploy.local.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL and a real Kafka, started once for all tests of the module. */
public class RealPlatform implements QuarkusTestResourceLifecycleManager {

    private Path directory;
    private LocalPostgres postgres;
    private LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("aggregation-service-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        postgres = LocalPostgres.start(directory.resolve("postgres"), FreePort.any());
        kafka = LocalKafka.start(directory.resolve("kafka"), FreePort.any());
        var settings = new HashMap<>(postgres.settings("aggregation"));
        settings.put(
                "mp.jwt.verify.publickey.location",
                LocalIssuer.in(directory).publicKeys().toString());
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    @Override
    public void stop() {
        kafka.close();
        postgres.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
