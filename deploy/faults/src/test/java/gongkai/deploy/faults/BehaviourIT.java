package gongkai.deploy.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.deploy.local.DemoUser;
import gongkai.deploy.local.Person;
import gongkai.deploy.local.ProjectLayout;
import gongkai.deploy.local.Sample;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Answers to callers while a component is unavailable, and after it has come back. */
class BehaviourIT {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    /** Three times as many as a service works on at a time. */
    private static final int CROWD = 300;

    private static final int LET_IN = 100;

    private static final ProjectLayout HOME =
            new ProjectLayout(Path.of("../..").toAbsolutePath().normalize());

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static FaultEnvironment stage;
    private static Sample sample;
    private static People people;

    @BeforeAll
    static void openACollection() {
        stage = FaultEnvironment.set(HOME);
        people = new People(stage.platform().issuer());
        sample = Sample.read(HOME.sample()).as("behaviour");
        new DemoUser(stage.platform(), sample).openCollection();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void while_postgresql_stands_still_a_crowd_is_told_at_once_to_come_again_and_afterwards_everybody_is_served()
            throws IOException {
        List<ProcessHandle> postgres = Component.POSTGRESQL.processes(stage.platform());
        List<CompletableFuture<HttpResponse<String>>> crowd;

        Signals.STOP.to(postgres);
        try {
            crowd = crowd();
            await("those for whom there is no room")
                    .atMost(RECOVERY)
                    .until(() ->
                            crowd.stream().filter(CompletableFuture::isDone).count() >= CROWD - LET_IN);
            assertThat(told("health/live").statusCode()).isEqualTo(200);
            await("the service to say that it is not ready, and why")
                    .atMost(RECOVERY)
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        assertThat(told("health/ready").statusCode()).isEqualTo(503);
                        assertThat(told("health/ready").body()).contains("Database connections health check", "DOWN");
                    });
        } finally {
            Signals.CONTINUE.to(postgres);
        }

        assertThat(crowd).allSatisfy(one -> assertThat(one).succeedsWithin(RECOVERY));
        List<HttpResponse<String>> refused = crowd.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() != 200)
                .toList();
        assertThat(refused).hasSizeGreaterThanOrEqualTo(CROWD - LET_IN).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("/problems/temporarily-unavailable");
        });
        // Nobody has kept a place: as many as ever are let in.
        await("everybody to be served")
                .atMost(RECOVERY)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(IntStream.range(0, LET_IN)
                                .mapToObj(number -> ask())
                                .toList())
                        .allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200)));
    }

    @Test
    void a_request_that_was_accepted_before_a_stop_is_answered_before_it() throws SQLException {
        CompletableFuture<HttpResponse<String>> answer;
        CompletableFuture<Void> stopping;

        try (var owner = DriverManager.getConnection(stage.platform().database(Service.SUBMISSION));
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table revision in access exclusive mode");
            answer = submit("township-1");
            await("the request to wait for the lock").atMost(RECOVERY).until(() -> {
                try (var waiting = statement.executeQuery("select count(*) > 0 from pg_locks where not granted")) {
                    return waiting.next() && waiting.getBoolean(1);
                }
            });
            stopping = CompletableFuture.runAsync(() -> stage.platform().stop(Service.SUBMISSION));
            await("the stop to begin").atMost(RECOVERY).until(BehaviourIT::isStopping);
            owner.rollback();
        }

        assertThat(answer).succeedsWithin(RECOVERY);
        assertThat(answer.join().statusCode()).isEqualTo(201);
        assertThat(stopping).succeedsWithin(RECOVERY);
        stage.platform().start(Service.SUBMISSION);
    }

    @Test
    void without_kafka_units_go_on_submitting_and_what_waits_is_told() throws IOException {
        Component.KAFKA.kill(stage.platform());
        try {
            CompletableFuture<HttpResponse<String>> answer = submit("township-2");

            assertThat(answer).succeedsWithin(RECOVERY);
            assertThat(answer.join().statusCode()).isEqualTo(201);
            assertThat(told("health/ready").statusCode()).isEqualTo(200);
            await("the service to say how long an event has waited")
                    .atMost(RECOVERY)
                    .untilAsserted(() ->
                            assertThat(metric("gongkai_outbox_oldest_seconds")).isPositive());
        } finally {
            Component.KAFKA.start(stage.platform());
        }

        await("nothing to wait any more")
                .atMost(RECOVERY)
                .untilAsserted(() ->
                        assertThat(metric("gongkai_outbox_oldest_seconds")).isZero());
    }

    private static double metric(String name) throws IOException {
        return told("metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    /** While Quarkus waits for requests in progress, it closes each HTTP/1.1 connection after its next response. */
    private static boolean isStopping() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(stage.uri(Service.SUBMISSION).resolve("/v1/forms"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(RECOVERY)
                .build();
        return HTTP.send(request, BodyHandlers.discarding())
                .headers()
                .allValues("connection")
                .contains("close");
    }

    private static List<CompletableFuture<HttpResponse<String>>> crowd() {
        return IntStream.range(0, CROWD).mapToObj(number -> ask()).toList();
    }

    private static CompletableFuture<HttpResponse<String>> ask() {
        return HTTP.sendAsync(
                request("/v1/collections/behaviour", People.EDITOR).build(), BodyHandlers.ofString());
    }

    private static CompletableFuture<HttpResponse<String>> submit(String unit) {
        return HTTP.sendAsync(
                request("/v1/collections/behaviour/units/%s/submission".formatted(unit), People.clerkOf(unit))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(
                                sample.submissions().get(unit).toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, Person person) {
        return HttpRequest.newBuilder(stage.uri(Service.SUBMISSION).resolve(path))
                .header("Authorization", people.authorization(person))
                .timeout(RECOVERY);
    }

    private static HttpResponse<String> told(String what) throws IOException {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(stage.platform()
                                    .management(Service.SUBMISSION)
                                    .resolve("/q/" + what))
                            .timeout(RECOVERY)
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Told to stop", e);
        }
    }
}
