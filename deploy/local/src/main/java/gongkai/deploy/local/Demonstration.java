package gongkai.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The main job before somebody's eyes: from the units' figures to the published report, beside the real one's figures. */
public final class Demonstration {

    private final Platform platform;
    private final Sample sample;
    private final ProgressOutput console;
    private final DemoUser clerk;

    Demonstration(Platform platform, Sample sample, ProgressOutput console) {
        this.platform = platform;
        this.sample = sample;
        this.console = console;
        this.clerk = new DemoUser(platform, sample);
    }

    /** Collects and publishes the sample before nobody's eyes, so that there is something to ask for. */
    public static void publish(Platform platform, Sample sample) {
        var unseen = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new Demonstration(platform, sample, new ProgressOutput(unseen, false)).publish();
    }

    /** @return whether every figure of the published report is the expected one */
    boolean publish() {
        JsonNode collection = clerk.openCollection();
        console.done("Collection %s of %s: %d units"
                .formatted(
                        sample.code(),
                        collection.path("bureau").path("name").asText(),
                        collection.path("units").size()));

        Map<String, Long> revisions = Map.of();
        if (collection.path("state").asText().equals("open")) {
            revisions = clerk.submitAll(console::progress);
            console.done("%d submissions accepted".formatted(revisions.size()));
        }

        JsonNode totals = clerk.awaitTotals(revisions);
        console.done("Totals, revision %d: %d of %d units counted"
                .formatted(
                        totals.path("revision").asLong(),
                        totals.path("progress").path("submitted").asInt(),
                        totals.path("progress").path("expected").asInt()));

        clerk.publish(totals);
        JsonNode report = clerk.published().orElseThrow();
        console.done("Narrative of %d sections, its numbers accounted for, reviewed by %s, approved by %s"
                .formatted(
                        report.path("narrative").size(),
                        report.at("/steps/reviewed/by").asText(),
                        report.at("/steps/approved/by").asText()));
        console.done("Edition %d published".formatted(report.path("edition").asInt()));

        return show(report, Comparison.of(report, sample.expected()));
    }

    private boolean show(JsonNode report, Comparison comparison) {
        console.say("%n%s%n%n%s%n".formatted(report.toPrettyString(), comparison.table()));
        console.say("%d of %d figures are as expected. The report: %s"
                .formatted(comparison.equal(), comparison.lines().size(), clerk.reportUri()));
        console.say("From nothing running to the published report: %.1f s".formatted(console.seconds()));
        console.say("Memory that each program holds:");
        for (MemoryUsage footprint : platform.footprints()) {
            console.say("  %-20s %4d MiB".formatted(footprint.name(), footprint.mebibytes()));
        }
        return comparison.isEqual();
    }
}
