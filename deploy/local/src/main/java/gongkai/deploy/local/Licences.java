package gongkai.deploy.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/licences}: under which licences the libraries may be used that the services ship. */
@Command(
        name = "deploy/licences",
        description =
                "Lists every library that a service ships, its licences and who ships it, from the services' bills of materials. "
                        + "Ends with 3 where none of a library's licences is in deploy/accepted-licences.txt; then it says which.",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Licences implements Callable<Integer> {

    private static final int NOT_ACCEPTED = 3;

    private static final String OURS = "gongkai";

    @SuppressWarnings("unused") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    private final ProjectLayout home = new ProjectLayout(Path.of(System.getProperty("gongkai.home")));
    private final PrintStream out = new PrintStream(System.out, true, UTF_8);

    private record Library(String name, String version, List<String> licences) {

        static Library of(JsonNode component) {
            List<String> licences = new ArrayList<>();
            for (JsonNode one : component.path("licenses")) {
                JsonNode licence = one.path("license");
                licences.add(licence.path("id")
                        .asText(licence.path("name")
                                .asText(one.path("expression").asText())));
            }
            return new Library(
                    component.path("group").asText() + ":"
                            + component.path("name").asText(),
                    component.path("version").asText(),
                    licences);
        }

        String line() {
            return "%s\t%s\t%s".formatted(name, version, String.join(" or ", licences));
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Licences()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Set<String> accepted = Files.readAllLines(home.root().resolve("deploy/accepted-licences.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toSet());
        SortedMap<String, SortedSet<String>> shipped = new TreeMap<>();
        SortedSet<String> refused = new TreeSet<>();
        for (Service service : Service.values()) {
            for (JsonNode component : ServiceClient.JSON
                    .readTree(home.billOfMaterials(service).toFile())
                    .path("components")) {
                if (isShipped(component)) {
                    var library = Library.of(component);
                    shipped.computeIfAbsent(library.line(), first -> new TreeSet<>())
                            .add(service.module());
                    if (library.licences.stream().noneMatch(accepted::contains)) {
                        refused.add(library.line());
                    }
                }
            }
        }
        shipped.forEach((library, services) -> out.println(library + "\t" + String.join(", ", services)));
        refused.forEach(library -> out.println("✗ no accepted licence: " + library));
        return refused.isEmpty() ? CommandLine.ExitCode.OK : NOT_ACCEPTED;
    }

    /** Build-time components are listed too, with another scope. */
    private static boolean isShipped(JsonNode component) {
        boolean atRunTime =
                component.path("properties").findValuesAsText("value").contains("runtime");
        return atRunTime
                && component.path("type").asText().equals("library")
                && !component.path("group").asText().equals(OURS);
    }
}
