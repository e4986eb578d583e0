package gongkai.deploy.faults;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.deploy.local.Service;
import gongkai.deploy.local.VerifyAudit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * Whether each service's audit log is as it was written, by the program with which anybody can check that; and whether every revision
 * is in it, once.
 */
final class AuditCheck {

    private final Reader reader;
    private final Verdict verdict;
    private final Map<String, Map<String, List<JsonNode>>> revisions;

    /** @param revisions by collection and unit */
    AuditCheck(Reader reader, Verdict verdict, Map<String, Map<String, List<JsonNode>>> revisions) {
        this.reader = reader;
        this.verdict = verdict;
        this.revisions = revisions;
    }

    void check(FaultEnvironment stage) throws InterruptedException {
        for (Service service : Service.values()) {
            var said = new StringWriter();
            int status = new CommandLine(new VerifyAudit())
                    .setOut(new PrintWriter(said, true))
                    .setErr(new PrintWriter(said, true))
                    .execute("--audit", "--database", stage.platform().database(service));
            if (status != CommandLine.ExitCode.OK) {
                verdict.wrong().add("the audit log of the %s: %s".formatted(service.module(), said));
            }
        }
        checkEntries();
    }

    private void checkEntries() throws InterruptedException {
        Map<String, Integer> entries = new HashMap<>();
        reader.get(People.AUDITOR, Service.SUBMISSION, "/v1/audit-log/submission/export")
                .body()
                .lines()
                .map(line -> Reader.json(line).path("entry"))
                .forEach(entry -> entries.merge(
                        entry.path("resource").asText() + "@"
                                + entry.path("after").path("revision").asText(),
                        1,
                        Integer::sum));
        revisions.forEach((collection, units) -> units.forEach((unit, all) -> {
            for (JsonNode revision : all) {
                String made = "/v1/collections/%s/units/%s/submission@%s"
                        .formatted(collection, unit, revision.path("revision").asText());
                int times = entries.getOrDefault(made, 0);
                if (times != 1) {
                    verdict.wrong().add("the audit log has %s %d times".formatted(made, times));
                }
            }
        }));
    }
}
