package gongkai.deploy.local;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The settings of every service of a platform, as environment variables. */
record ServiceSettings(DataDirectory data, Ports ports, LocalIssuer issuer, ProxiedPorts detours) {

    private static final String UNLIMITED = String.valueOf(1_000_000);

    /** @param port where this instance of the service listens */
    Map<String, String> of(Service service, int port, LocalPostgres postgres) {
        Map<String, String> settings = new HashMap<>(Map.ofEntries(
                Map.entry("QUARKUS_PROFILE", "local"),
                Map.entry("MP_JWT_VERIFY_ISSUER", LocalIssuer.NAME),
                Map.entry(
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer.publicKeys().toString()),
                Map.entry(
                        "SIGNING_KEY_FILE",
                        data.path().resolve("signing-key.json").toString()),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", String.valueOf(port)),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", String.valueOf(Ports.management(port))),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + detours.kafka(service, ports.kafka())),
                // Nobody but this machine can call; tests and measurements ask as fast as they can.
                Map.entry("RATE_LIMIT_BURST", UNLIMITED),
                Map.entry("RATE_LIMIT_PER_SECOND", UNLIMITED)));
        postgres.settings(service.database(), detours.postgres(service, ports.postgres()))
                .forEach((name, value) -> settings.put(variable(name), value));
        return settings;
    }

    /** A setting's name as an environment variable. */
    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
