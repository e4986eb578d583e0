package gongkai.deploy.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.deploy.faults.FaultRun.Injected;
import gongkai.deploy.faults.FaultRun.Outcome;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The results of all runs, for people and for programs. */
record Table(List<Outcome> outcomes) {

    boolean isClean() {
        return outcomes.stream().allMatch(outcome -> outcome.verdict().isClean());
    }

    void print(PrintStream out) {
        out.printf("%n%-26s %8s   longest without an answer (s)%n", "fault", "injected");
        out.printf("%-26s %8s %11s %11s %11s%n", "", "", "submission", "aggregation", "publication");
        byKind().forEach((kind, injected) -> out.printf(
                "%-26s %8d %11.1f %11.1f %11.1f%n",
                kind,
                injected.size(),
                longest(injected, Service.SUBMISSION),
                longest(injected, Service.AGGREGATION),
                longest(injected, Service.PUBLICATION)));
        out.printf(
                "%n%,d requests, %,d acknowledged (%,d editions), %d lost, %d doubled, %d otherwise wrong, with seeds %s%n",
                sum(Outcome::requests),
                sum(Outcome::acknowledged),
                sum(Outcome::editions),
                sum(outcome -> outcome.verdict().lost().size()),
                sum(outcome -> outcome.verdict().doubled().size()),
                sum(outcome -> outcome.verdict().wrong().size()),
                outcomes.stream().map(outcome -> Long.toString(outcome.seed())).collect(Collectors.joining(", ")));
    }

    void write(Path file) throws IOException {
        var mapper = new ObjectMapper();
        ObjectNode result = mapper.createObjectNode();
        var kinds = result.putArray("faults");
        byKind().forEach((kind, injected) -> {
            ObjectNode line = kinds.addObject().put("kind", kind).put("injected", injected.size());
            var longest = line.putObject("longestWithoutAnswerSeconds");
            for (Service service : Service.values()) {
                longest.put(service.module(), longest(injected, service));
            }
        });
        var seeds = result.putArray("seeds");
        for (Outcome outcome : outcomes) {
            ObjectNode line = seeds.addObject()
                    .put("seed", outcome.seed())
                    .put("injected", outcome.injected().size())
                    .put("requests", outcome.requests())
                    .put("acknowledged", outcome.acknowledged())
                    .put("editions", outcome.editions())
                    .put("lost", outcome.verdict().lost().size())
                    .put("doubled", outcome.verdict().doubled().size())
                    .put("otherwiseWrong", outcome.verdict().wrong().size());
            outcome.verdict().all().forEach(line.withArray("/complaints")::add);
            line.set("skipped", mapper.valueToTree(outcome.skipped()));
        }
        Files.writeString(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(result));
    }

    private Map<String, List<Injected>> byKind() {
        return outcomes.stream()
                .flatMap(outcome -> outcome.injected().stream())
                .collect(Collectors.groupingBy(one -> one.fault().kind(), TreeMap::new, Collectors.toList()));
    }

    private static double longest(List<Injected> injected, Service service) {
        return injected.stream()
                        .map(one -> one.unserved().get(service))
                        .max(Duration::compareTo)
                        .orElseThrow()
                        .toMillis()
                / 1000.0;
    }

    private long sum(ToLongFunction<Outcome> of) {
        return outcomes.stream().mapToLong(of).sum();
    }
}
