package gongkai.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The export was sealed by another program than ours. */
class VerifyAuditTest {

    private static final Path EXPORT = Path.of("src/test/resources/audit-export.ndjson");

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private List<String> lines;

    @BeforeEach
    void read() throws IOException {
        lines = new ArrayList<>(Files.readAllLines(EXPORT));
    }

    @Test
    void an_export_that_is_as_it_was_sealed_is_well() throws IOException {
        assertThat(verify()).isZero();
        assertThat(said.toString()).startsWith("✓ b: 3 entries, the last at position 3 with hash ");
    }

    @Test
    void a_changed_entry_is_named() throws IOException {
        lines.set(1, lines.get(1).replace("editor-1", "editor-2"));

        assertThat(verify()).isEqualTo(Verify.NOT_AS_PUBLISHED);
        assertThat(said.toString())
                .contains("position 2: changed since it was sealed: returnSubmission of /v1/collections/c")
                .doesNotContain("position 1", "position 3:");
    }

    @Test
    void a_removed_entry_is_named() throws IOException {
        lines.remove(1);

        assertThat(verify()).isEqualTo(Verify.NOT_AS_PUBLISHED);
        assertThat(said.toString()).contains("position 2: removed").doesNotContain("changed");
    }

    @Test
    void re_ordered_entries_are_named_with_their_former_places() throws IOException {
        String first = lines.get(0);
        lines.set(0, entryOf(lines.get(2), first));
        lines.set(2, entryOf(first, lines.get(2)));

        assertThat(verify()).isEqualTo(Verify.NOT_AS_PUBLISHED);
        assertThat(said.toString())
                .contains("position 1: re-ordered, this was sealed at position 3")
                .contains("position 3: re-ordered, this was sealed at position 1");
    }

    @Test
    void an_end_that_was_cut_off_is_noticed_with_a_kept_hash() throws IOException {
        String head = ServiceClient.JSON.readTree(lines.get(2)).path("hash").asText();
        lines.remove(2);

        assertThat(verify()).isZero();
        assertThat(verify("--head", head)).isEqualTo(Verify.NOT_AS_PUBLISHED);
    }

    @Test
    void an_entry_that_stays_unsealed_for_over_a_minute_is_a_finding() throws IOException {
        lines.add(0, unsealed("2026-11-26T18:58:00.000000Z"));
        lines.add(unsealed("2026-11-26T19:00:04.000000Z"));

        assertThat(verify()).isEqualTo(Verify.NOT_AS_PUBLISHED);
        assertThat(said.toString())
                .contains("2 not sealed yet", "not sealed for over a minute: report")
                .containsOnlyOnce("not sealed for over");
    }

    private static String unsealed(String at) {
        return """
                {"bureau": "b", "entry": {"id": "x", "at": "%s", "action": "report"}}""".formatted(at);
    }

    /** A line with the entry of one and the seal of another. */
    private static String entryOf(String entry, String seal) {
        return seal.substring(0, seal.indexOf("\"entry\"")) + entry.substring(entry.indexOf("\"entry\""));
    }

    private int verify(String... options) throws IOException {
        Path file = Files.write(folder.resolve("export.ndjson"), lines);
        var arguments = new ArrayList<>(List.of("--audit", file.toString()));
        arguments.addAll(List.of(options));
        return new CommandLine(new VerifyAudit())
                .setOut(new PrintWriter(said, true))
                .execute(arguments.toArray(String[]::new));
    }
}
