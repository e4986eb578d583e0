package gongkai.deploy.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deploy/verify --audit}: checks that an audit log is as it was written. */
@Command(
        name = "deploy/verify --audit",
        description =
                "Checks that no entry of an audit log was changed, removed or put elsewhere: of an export's files, of a "
                        + "database, or of the three databases of a platform that runs on this machine. Ends with 0 where all is well, and "
                        + "with 3 where it is not; then it says where.",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class VerifyAudit implements Callable<Integer> {

    private static final String TRAIL = """
            select coalesce(s.bureau, e.bureau) as chain, s.position, s.previous, s.hash,
              case when e.id is not null then
                json_object(
                  'id' value e.id,
                  'at' value to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                  'subject' value e.subject,
                  'name' value e.name,
                  'roles' value e.roles,
                  'client' value e.client,
                  'request' value e.request,
                  'action' value e.action,
                  'bureau' value e.bureau,
                  'unit' value e.unit,
                  'resource' value e.resource,
                  'by' value e.stated_by,
                  'before' value e.before,
                  'after' value e.after,
                  'reason' value e.reason
                  absent on null returning text)
              end as entry
            from audit.audit_chain s
            full join audit.audit_entry e on e.id = s.entry
            order by chain, s.position nulls last, e.id
            """;

    /** Rows that travel at once, so that a log of any length needs little memory. */
    private static final int FETCHED = 1_000;

    @SuppressWarnings("unused") // It is why we are here.
    @Option(names = "--audit", required = true, description = "Check an audit log.")
    private boolean audit;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "The answer of /v1/audit-log/{service}/export; of later exports the files that continue it, in their order.")
    private List<Path> files = List.of();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "A service's database: jdbc:postgresql://HOST/DATABASE?user=USER&password=PASSWORD.")
    private List<String> databases = List.of();

    @Option(names = "--data", paramLabel = "DIR", description = "As with deploy/run (default: of the one that runs).")
    private Path data;

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description =
                    "A hash that an earlier check showed, and that was kept elsewhere: it must still be in the log. May be given "
                            + "several times. Only so is it noticed that a log's end was cut off, or that somebody sealed all of it anew.")
    private Set<String> heads = Set.of();

    @SuppressWarnings("unused") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private final Map<String, AuditChain> chains = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private Instant latest = Instant.EPOCH;

    @Override
    public Integer call() throws IOException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        missing.addAll(heads);
        Instant asOf = read();
        boolean well = missing.isEmpty();
        for (AuditChain chain : chains.values()) {
            List<String> findings = chain.findings(asOf);
            out.println((findings.isEmpty() ? "✓ " : "✗ ") + chain.head());
            findings.forEach(finding -> out.println("  " + finding));
            well &= findings.isEmpty();
        }
        missing.forEach(head -> out.println(
                "✗ no entry has the hash %s any more: something was cut off, or sealed anew".formatted(head)));
        return well ? CommandLine.ExitCode.OK : Verify.NOT_AS_PUBLISHED;
    }

    /** @return when the log was as we read it */
    private Instant read() throws IOException, SQLException {
        if (!files.isEmpty()) {
            for (Path file : files) {
                readFile(file);
            }
            return latest;
        }
        for (var database : databases().entrySet()) {
            readDatabase(database.getKey(), database.getValue());
        }
        return Instant.now();
    }

    private Map<String, String> databases() {
        var named = new LinkedHashMap<String, String>();
        databases.forEach(url -> named.put(databases.size() == 1 ? "" : url.replaceAll("\\?.*", " "), url));
        if (!named.isEmpty()) {
            return named;
        }
        Path folder = data == null ? new ProjectLayout(Path.of(System.getProperty("gongkai.home"))).running() : data;
        LocalPostgres.running(folder.resolve("postgresql"))
                .forEach((database, url) -> named.put(database + " · ", url));
        return named;
    }

    private void readFile(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new CannotRun("There is no file " + file);
        }
        try (var lines = Files.lines(file)) {
            for (var line = lines.iterator(); line.hasNext(); ) {
                take("", AuditLink.read(ServiceClient.JSON.readTree(line.next())));
            }
        }
    }

    private void readDatabase(String name, String url) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(FETCHED);
                try (var rows = statement.executeQuery(TRAIL)) {
                    while (rows.next()) {
                        String entry = rows.getString("entry");
                        take(
                                name,
                                new AuditLink(
                                        rows.getString("chain"),
                                        rows.getLong("position"),
                                        rows.getString("previous"),
                                        rows.getString("hash"),
                                        entry == null ? null : ServiceClient.JSON.readTree(entry)));
                    }
                }
            }
        }
    }

    private void take(String database, AuditLink link) {
        chains.computeIfAbsent(database + link.chain(), AuditChain::new).add(link);
        missing.remove(link.hash());
        if (link.entry() != null && link.at().isAfter(latest)) {
            latest = link.at();
        }
    }
}
