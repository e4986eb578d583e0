package gongkai.publication;

import gongkai.deploy.local.FreePort;
import gongkai.deploy.local.LocalIssuer;
import gongkai.deploy.local.LocalKafka;
import gongkai.deploy.local.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL and a real Kafka, started once for all tests of this module. */
@WithTestResource(value = RealPlatform.class, scope = TestResourceScope.GLOBAL)
public class RealPlatform implements QuarkusTestResourceLifecycleManager {

    private final int databasePort = FreePort.any();
    private Path directory;
    private LocalPostgres postgres;
    private LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("gongkai-publication-service");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startDatabase();
        kafka = LocalKafka.start(directory.resolve("kafka"), FreePort.any());
        var settings = new HashMap<>(postgres.settings("publication"));
        settings.put(
                "mp.jwt.verify.publickey.location",
                LocalIssuer.in(directory).publicKeys().toString());
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }

    @Override
    public void stop() {
        kafka.close();
        stopDatabase();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startDatabase() {
        postgres = LocalPostgres.start(directory.resolve("postgres"), databasePort);
    }

    private void stopDatabase() {
        postgres.close();
    }
}
