package gongkai.deploy.benchmark;

import gongkai.deploy.local.DemoUser;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Totals and the published report, with and without a matching ETag; the floor serves the same bytes from memory by Vert.x alone. */
final class Reads implements Metric {

    private static final int CONNECTIONS = 8;
    private static final int NOT_MODIFIED = 304;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public List<Measurement> measure(BenchmarkEnvironment setting) throws Exception {
        publish(setting);
        String code = setting.sample().code();
        List<Measurement> measurements = new ArrayList<>();
        measurements.addAll(read(setting, "totals", setting.uri(Service.AGGREGATION, "/v1/totals/%s".formatted(code))));
        measurements.addAll(
                read(setting, "the published report", setting.uri(Service.PUBLICATION, "/v1/reports/" + code)));
        return measurements;
    }

    private static List<Measurement> read(BenchmarkEnvironment setting, String what, URI uri) throws Exception {
        HttpResponse<String> answer =
                BenchmarkEnvironment.HTTP.send(setting.request(uri).build(), BodyHandlers.ofString());
        BenchmarkEnvironment.require(answer, 200);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        long floor = floor(setting, answer.body());
        long whole = rate(setting, setting.request(uri).build(), 200);
        long unchanged =
                rate(setting, setting.request(uri).header("If-None-Match", tag).build(), NOT_MODIFIED);
        return List.of(
                new Measurement(
                        "reading %s, %,d bytes".formatted(what, answer.body().length()), whole, "/s", floor, ""),
                new Measurement("with a matching ETag", unchanged, "/s", floor, ""));
    }

    private static long rate(BenchmarkEnvironment setting, HttpRequest request, int status) throws Exception {
        return Load.of(CONNECTIONS, setting.time(), () -> new Reader(new RawHttpClient(request.uri()), request, status))
                .rate();
    }

    private static long floor(BenchmarkEnvironment setting, String bytes) throws Exception {
        Path file = Files.createTempFile("benchmark", ".json");
        Files.writeString(file, bytes);
        Process server = StaticServer.start(file);
        try (var lines = server.inputReader()) {
            URI uri = URI.create("http://127.0.0.1:" + lines.readLine() + "/");
            return rate(setting, BenchmarkEnvironment.plain(uri).build(), 200);
        } finally {
            server.destroyForcibly();
            Files.delete(file);
        }
    }

    /** Reads the same again and again. */
    private record Reader(RawHttpClient wire, HttpRequest request, int status) implements Load.Worker {

        @Override
        public void act() throws IOException {
            wire.send(request, "", status);
        }

        @Override
        public void close() throws IOException {
            wire.close();
        }
    }

    /** The sample, submitted and published once. */
    private static void publish(BenchmarkEnvironment setting) {
        var clerk = new DemoUser(setting.platform(), setting.sample());
        clerk.openCollection();
        clerk.publish(clerk.awaitTotals(clerk.submitAll((count, of, unit) -> {})));
    }
}
