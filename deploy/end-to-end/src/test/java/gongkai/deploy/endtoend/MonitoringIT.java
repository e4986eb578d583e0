package gongkai.deploy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every metric in deploy/monitoring exists, and every metric of ours is in deploy/monitoring. */
@ExtendWith(SharedPlatform.class)
@TestInstance(Lifecycle.PER_CLASS)
class MonitoringIT {

    private static final Path MONITORING = SharedPlatform.HOME.root().resolve("deploy/monitoring");
    private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][a-zA-Z0-9_:]*)[ {]", Pattern.MULTILINE);

    /** Of an expression, all that is no metric: texts, labels, groupings, durations. */
    private static final Pattern BESIDE_METRICS = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b(?!\\s*\\()");

    /** Prometheus' own series, and words that are no names. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "and", "or", "unless", "bool", "by");

    private final Bureau bureau;
    private Set<String> metrics;

    MonitoringIT(Platform platform) {
        bureau = Bureau.reporting(platform, "monitoring");
    }

    @BeforeAll
    void a_bureau_does_all_that_is_measured() {
        bureau.openCollection();
        bureau.submitAll();
        assertThat(bureau.submit(
                                "legal-aid-centre",
                                "{\"state\": \"submitted\", \"submittedBy\": \"李文\", \"values\": {}}")
                        .statusCode())
                .isEqualTo(422);
        bureau.awaitEveryUnitCounted();
        bureau.recount();
        bureau.publish();
        metrics = Stream.of(Service.values()).flatMap(this::metrics).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_metric_that_the_dashboard_and_the_alerts_name_exists() {
        assertThat(named(dashboard())).isNotEmpty().isSubsetOf(metrics);
        assertThat(named(alerts().stream().map(alert -> alert.path("expr").asText())))
                .isNotEmpty()
                .isSubsetOf(metrics);
    }

    @Test
    void every_metric_of_ours_is_on_the_dashboard() {
        Set<String> shown =
                named(dashboard()).stream().map(MonitoringIT::family).collect(Collectors.toSet());

        assertThat(metrics.stream().filter(name -> name.startsWith("gongkai_")).map(MonitoringIT::family))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(shown).contains(name));
    }

    @Test
    void every_alert_says_what_happened_and_what_to_do() {
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.path("alert").asText()).startsWith("Gongkai");
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/annotations/action").asText()).isNotBlank();
        });
    }

    @Test
    void what_kafka_has_been_told_and_all_have_taken_in_waits_nowhere() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            for (Service service : Service.values()) {
                assertThat(exposition(service))
                        .as(service.module())
                        .containsPattern("gongkai_consumer_lag_events\\S* 0\\.0");
            }
            for (Service publisher : List.of(Service.SUBMISSION, Service.AGGREGATION)) {
                assertThat(exposition(publisher))
                        .as(publisher.module())
                        .containsPattern("gongkai_outbox_events\\S* 0\\.0")
                        .containsPattern("gongkai_outbox_oldest_seconds\\S* 0\\.0");
            }
        });
    }

    private Stream<String> metrics(Service service) {
        return SAMPLE.matcher(exposition(service)).results().map(match -> match.group(1));
    }

    private String exposition(Service service) {
        return bureau.management(service).accept("text/plain").get("/q/metrics").asString();
    }

    private static Stream<String> dashboard() {
        JsonNode dashboard = read(new ObjectMapper(), "dashboard.json");
        return dashboard.findValuesAsText("expr").stream();
    }

    private static List<JsonNode> alerts() {
        return read(new YAMLMapper(), "alerts.yaml")
                .at("/groups/0/rules")
                .valueStream()
                .toList();
    }

    private static Set<String> named(Stream<String> expressions) {
        return expressions
                .map(expression -> BESIDE_METRICS.matcher(expression).replaceAll(" "))
                .flatMap(rest -> NAME.matcher(rest).results())
                .map(match -> match.group())
                .filter(name -> !OF_PROMETHEUS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The common name of the parts of a distribution. */
    private static String family(String name) {
        return name.replaceFirst("_(bucket|count|sum|max)$", "");
    }

    private static JsonNode read(ObjectMapper mapper, String file) {
        try {
            return mapper.readTree(MONITORING.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
