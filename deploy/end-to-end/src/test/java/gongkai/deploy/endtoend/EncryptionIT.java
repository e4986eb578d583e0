package gongkai.deploy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import gongkai.deploy.local.FreePort;
import gongkai.deploy.local.LocalKafka;
import gongkai.deploy.local.LocalPostgres;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A packaged service as production has it: everything encrypted, each client bounded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptionIT {

    private static final Duration STARTUP = Duration.ofMinutes(2);
    private static final String DATABASE = "submission";
    private static final String KAFKA_LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"service\" password=\"%s\" user_service=\"%s\";";

    @TempDir
    static Path folder;

    private final int port = FreePort.any();
    private final int managementPort = FreePort.any();
    private Certificate certificate;
    private LocalPostgres postgres;
    private LocalKafka kafka;
    private Process service;
    private HttpClient client;

    @BeforeAll
    void everything_is_encrypted() throws Exception {
        certificate = Certificate.in(folder);
        postgres = LocalPostgres.start(
                folder.resolve("postgres"),
                FreePort.any(),
                Map.of(
                        "ssl", "on",
                        "ssl_cert_file", certificate.certificate().toString(),
                        "ssl_key_file", certificate.key().toString()));
        kafka = LocalKafka.start(folder.resolve("kafka"), FreePort.any(), broker(), kafkaClients());
        client = HttpClient.newBuilder().sslContext(certificate.trust()).build();
        service = start(settings());
        var ready = HttpRequest.newBuilder(URI.create("https://localhost:%d/q/health/ready".formatted(managementPort)))
                .build();
        await("the service")
                .atMost(STARTUP)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    assertThat(service.isAlive()).as(log()).isTrue();
                    return client.send(ready, BodyHandlers.discarding()).statusCode() == 200;
                });
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.destroy();
            service.onExit().join();
        }
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void nobody_is_answered_in_the_clear() {
        var plain = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/forms".formatted(port)))
                .build();

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.send(plain, BodyHandlers.discarding()));
    }

    @Test
    @Tag("thorough")
    void every_connection_to_postgresql_is_encrypted() throws SQLException {
        try (var itself = DriverManager.getConnection(postgres.asService(DATABASE) + "&sslmode=require");
                var connections = itself.createStatement()
                        .executeQuery(
                                "select count(*), count(*) filter (where ssl) from pg_stat_ssl join pg_stat_activity using (pid) where usename = 'submission_service'")) {
            connections.next();

            assertThat(connections.getInt(1)).isPositive().isEqualTo(connections.getInt(2));
        }
    }

    @Test
    @Tag("thorough")
    void browsers_are_told_to_be_careful_and_nothing_tells_what_it_runs_on() throws Exception {
        HttpResponse<String> answer = get("/v1/forms/xxgk-2021");

        assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().map()).doesNotContainKeys("Server", "X-Powered-By", "server", "x-powered-by");
    }

    @Test
    @Tag("thorough")
    void a_client_that_asks_too_often_is_told_when_to_come_again() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        do {
            answers.add(get("/v1/forms"));
        } while (answers.get(answers.size() - 1).statusCode() == 200 && answers.size() < 100);

        HttpResponse<String> refused = answers.get(answers.size() - 1);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("/problems/too-many-requests");
        assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(1);
        assertThat(refused.headers().firstValue("RateLimit"))
                .hasValueSatisfying(left -> assertThat(left).startsWith("\"client\";r=0;t="));
        assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"client\";q=20;w=3");
        await().untilAsserted(() -> assertThat(get("/v1/forms").statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.insecure-requests, enabled, callers come over TLS",
        "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode, require, PostgreSQL must show who it is",
        "kafka.security.protocol, SASL_PLAINTEXT, Kafka is reached over TLS"
    })
    void it_does_not_start_where_something_would_travel_in_the_clear(String setting, String value, String reason)
            throws Exception {
        Map<String, String> settings = settings();
        settings.put(setting, value);
        settings.put("quarkus.http.host", "0.0.0.0");
        settings.put("quarkus.http.port", "0");
        settings.put("quarkus.http.ssl-port", "0");
        settings.put("quarkus.management.port", "0");

        Process refused = start(settings);

        assertThat(refused.onExit()).succeedsWithin(STARTUP);
        assertThat(refused.exitValue()).isNotZero();
        assertThat(log()).contains(reason);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(postgres.settings(DATABASE));
        settings.computeIfPresent(
                "quarkus.datasource.jdbc.url", (name, url) -> url + "?sslrootcert=" + certificate.certificate());
        settings.putAll(Map.of(
                "quarkus.http.host", "127.0.0.1",
                "quarkus.http.ssl-port", String.valueOf(port),
                "quarkus.tls.key-store.p12.path", certificate.store().toString(),
                "quarkus.tls.key-store.p12.password", certificate.password(),
                "mp.jwt.verify.issuer", "https://id.example/realms/gongkai",
                "mp.jwt.verify.publickey.location", "https://id.example/keys",
                "rate-limit.burst", "20",
                "rate-limit.per-second", "10",
                "quarkus.management.port", String.valueOf(managementPort)));
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        kafkaClients().forEach((name, value) -> settings.put("kafka." + name, value));
        return settings;
    }

    private Map<String, String> broker() {
        String login = KAFKA_LOGIN.formatted(certificate.password(), certificate.password());
        Map<String, String> settings = new HashMap<>(kafkaClients());
        settings.putAll(Map.of(
                "listener.security.protocol.map", "CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT",
                "ssl.keystore.location", certificate.store().toString(),
                "ssl.keystore.type", "PKCS12",
                "ssl.keystore.password", certificate.password(),
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "listener.name.client.plain.sasl.jaas.config", login));
        return settings;
    }

    private Map<String, String> kafkaClients() {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                KAFKA_LOGIN.formatted(certificate.password(), certificate.password()),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate.certificate().toString());
    }

    private Process start(Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        settings.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
        command.addAll(List.of(
                "-jar",
                SharedPlatform.HOME
                        .shipped(Service.SUBMISSION)
                        .resolve("quarkus-run.jar")
                        .toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:%d%s".formatted(port, path)))
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
