package gongkai.chassis;

import gongkai.deploy.local.FreePort;
import gongkai.deploy.local.LocalIssuer;
import gongkai.deploy.local.LocalKafka;
import gongkai.deploy.local.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL and a real Kafka, started once for all tests of the chassis, which use the database of one service. */
public class RealPlatform implements QuarkusTestResourceLifecycleManager {

    private LocalPostgres postgres;
    private LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        Path directory;
        try {
            directory = Files.createTempDirectory("gongkai-chassis");
            postgres = LocalPostgres.start(directory.resolve("postgres"), FreePort.any());
            kafka = LocalKafka.start(directory.resolve("kafka"), FreePort.any());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = new HashMap<>(postgres.settings("submission"));
        settings.put(
                "mp.jwt.verify.publickey.location",
                LocalIssuer.in(directory).publicKeys().toString());
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
