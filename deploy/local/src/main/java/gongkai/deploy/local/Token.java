package gongkai.deploy.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deploy/token}: a token to call the services of {@code deploy/run} with. */
@Command(
        name = "deploy/token",
        description = "Prints a token that the services of deploy/run take for 15 minutes: "
                + "curl -H \"Authorization: Bearer $(deploy/token ROLE)\" …",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class Token implements Callable<Integer> {

    private static final Duration VALIDITY = Duration.ofMinutes(15);

    private final ProjectLayout home = new ProjectLayout(Path.of(System.getProperty("gongkai.home")));

    @Parameters(
            paramLabel = "ROLE",
            completionCandidates = Roles.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String role;

    @Option(names = "--bureau", paramLabel = "CODE", description = "Whose (default: the sample's).")
    private String bureau;

    @Option(names = "--unit", paramLabel = "CODE", description = "For which unit; a unit-clerk has one.")
    private String unit;

    @Option(names = "--name", paramLabel = "NAME", description = "Who it is (default: the role and where it is held).")
    private String name;

    @Option(names = "--data", paramLabel = "DIR", description = "As with deploy/run (default: of the one that runs).")
    private Path data;

    @SuppressWarnings("unused") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    /** The values that picocli lists. */
    static final class Roles implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Person.ROLES.iterator();
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Token())
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    command.getErr().println("deploy/token: " + problem.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() {
        System.out.println(
                LocalIssuer.madeIn(data == null ? home.running() : data).token(person(), VALIDITY));
        return CommandLine.ExitCode.OK;
    }

    private Person person() {
        if (!Person.ROLES.contains(role)) {
            throw new CannotRun(
                    "There is no role %s: it is one of %s".formatted(role, String.join(", ", Person.ROLES)));
        }
        if (role.equals("unit-clerk") == (unit == null)) {
            throw new CannotRun("A unit-clerk, and nobody else, reports for a unit: name it with --unit");
        }
        String held = Objects.requireNonNullElseGet(
                bureau, () -> Sample.read(home.sample()).bureau());
        Person usual = switch (role) {
            case "platform-administrator" -> Person.platformAdministrator();
            case "unit-clerk" -> Person.unitClerk(held, unit);
            default -> Person.of(role, held);
        };
        return name == null ? usual : usual.named(name);
    }
}
