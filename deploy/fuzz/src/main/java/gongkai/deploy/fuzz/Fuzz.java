package gongkai.deploy.fuzz;

import gongkai.deploy.fuzz.Requests.Request;
import gongkai.deploy.local.DataDirectory;
import gongkai.deploy.local.Demonstration;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Ports;
import gongkai.deploy.local.ProjectLayout;
import gongkai.deploy.local.Sample;
import gongkai.deploy.local.Service;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/fuzz/run}: requests of all tempers for every operation of the three interfaces, from callers of every role. */
@Command(
        name = "deploy/fuzz/run",
        description =
                "Starts the platform with the sample's report, and sends valid, almost valid and hostile requests to every operation. "
                        + "Ends with 3 when an answer is a 5xx, takes more than ten seconds, or is none that the document names, "
                        + "and when a service dies or grows.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class Fuzz implements Callable<Integer> {

    private static final int FINDINGS = 3;

    private static final int TOLD = 3;

    /** Nothing can be done with a withdrawn edition; so withdrawal comes last. */
    private static final Set<String> ENDS_MUCH = Set.of("withdrawEdition");

    @Option(names = "--requests", paramLabel = "N", defaultValue = "30000", description = "Default: ${DEFAULT-VALUE}.")
    private int requests;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "600",
            description = "Ends after so long, also where requests are left. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--callers",
            paramLabel = "N",
            defaultValue = "6",
            description = "At once. Default: ${DEFAULT-VALUE}.")
    private int callersAtOnce;

    @SuppressWarnings("unused") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    private boolean help;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final FuzzHttpClient exchange = new FuzzHttpClient();
    private final List<Finding> findings = new CopyOnWriteArrayList<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(new CommandLine(new Fuzz()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var home = new ProjectLayout(Path.of(System.getProperty("gongkai.home")));
        try (var data = DataDirectory.temporary();
                var platform = new Platform(home, data, Ports.free())) {
            platform.start(part -> {});
            Sample sample = Sample.read(home.sample());
            Demonstration.publish(platform, sample);
            var wellbeing = new ServiceHealth(platform, data);
            List<Operation> operations = new ArrayList<>();
            for (Service service : Service.values()) {
                operations.addAll(Interface.of(service, home.root()).operations());
            }
            sendAll(platform, sample, operations);
            for (Service service : Service.values()) {
                findings.addAll(InvalidHttp.send(platform.uri(service)));
                sent.addAndGet(InvalidHttp.count());
            }
            findings.addAll(wellbeing.findings(exchange));
            Map<String, Long> after = wellbeing.footprints();
            wellbeing
                    .before()
                    .forEach((name, before) -> out.println(
                            "  %-20s %4d MiB before, %4d MiB after".formatted(name, before, after.get(name))));
            return report(operations.size());
        }
    }

    private void sendAll(Platform platform, Sample sample, List<Operation> operations) throws Exception {
        String bureau = sample.collection().at("/bureau/code").asText();
        String unit = sample.collection().at("/units/0/code").asText();
        var callers = new Callers(platform.issuer(), bureau, unit);
        // Mostly one that is there: what asks for another gets no further.
        List<String> collections =
                List.of(sample.code(), sample.code(), sample.code(), sample.code(), "fuzz-1", "nothing");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var workers = Executors.newFixedThreadPool(callersAtOnce);
        List<Future<?>> ends = new ArrayList<>();
        for (int worker = 0; worker < callersAtOnce; worker++) {
            var random = new SplittableRandom(seed + worker);
            ends.add(workers.submit(() -> {
                while (sent.getAndIncrement() < requests && System.nanoTime() < deadline) {
                    Operation operation = operations.get(random.nextInt(operations.size()));
                    if (ENDS_MUCH.contains(operation.name()) && sent.get() < requests * 9L / 10) {
                        continue;
                    }
                    send(
                            new Requests(random, collections, platform.uri(operation.service())).next(operation),
                            callers,
                            random);
                }
                return null;
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        workers.shutdown();
        sent.set(statuses.values().stream().mapToInt(AtomicInteger::get).sum());
    }

    private void send(Request request, Callers callers, SplittableRandom random) throws InterruptedException {
        var body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body());
        var http =
                HttpRequest.newBuilder(request.uri()).method(request.operation().method(), body);
        request.headers().forEach(http::header);
        callers.any(random).ifPresent(token -> http.header("Authorization", "Bearer " + token));
        try {
            HttpResponse<byte[]> said = exchange.answer(http.build());
            statuses.computeIfAbsent(said.statusCode(), first -> new AtomicInteger())
                    .incrementAndGet();
            findings.addAll(ResponseOracle.judge(request, said));
        } catch (TimeoutException hang) {
            findings.add(new Finding(
                    "no answer in " + FuzzHttpClient.HANG.toSeconds() + " s",
                    request.operation().name(),
                    request.told(),
                    ""));
        } catch (ExecutionException cutOff) {
            findings.add(new Finding(
                    "no answer: " + cutOff.getCause().getMessage(),
                    request.operation().name(),
                    request.told(),
                    ""));
        }
    }

    private static String printable(String text) {
        return text.codePoints()
                .map(character -> character < ' ' || !Character.isDefined(character) ? '·' : character)
                .limit(400)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private int report(int operations) {
        out.println("%d requests to %d operations, %d of them twice; answers by status: %s"
                .formatted(sent.get(), operations, exchange.again(), new TreeMap<>(statuses)));
        Map<String, List<Finding>> byCause = new HashMap<>();
        findings.forEach(finding -> byCause.computeIfAbsent(finding.cause(), first -> new ArrayList<>())
                .add(finding));
        new TreeMap<>(byCause).forEach((cause, same) -> {
            out.println("✗ %s (%d times)".formatted(cause, same.size()));
            same.stream()
                    .limit(TOLD)
                    .forEach(one -> out.println(
                            "    %s%n    → %s".formatted(printable(one.request()), printable(one.answer()))));
        });
        if (byCause.isEmpty()) {
            out.println("✓ nothing found");
            return CommandLine.ExitCode.OK;
        }
        return FINDINGS;
    }
}
