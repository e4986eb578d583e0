package gongkai.deploy.benchmark;

import gongkai.deploy.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Totals and the published report, with and without a matching ETag; the floor serves the same bytes from memory by Vert.x alone. */
final class Reads implements Measure {

    private static final int CONNECTIONS = 8;
    private static final int NOT_MODIFIED = 304;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public List<Measurement> measure(Setting setting) throws Exception {
        publish(setting);
        String code = setting.sample().code();
        List<Measurement> measurements = new ArrayList<>();
        measurements.addAll(
                read(setting, "totals", setting.uri(Service.AGGREGATION, "/v1/collections/%s/totals".formatted(code))));
        measurements.addAll(
                read(setting, "the published report", setting.uri(Service.PUBLICATION, "/v1/reports/" + code)));
        return measurements;
    }

    private static List<Measurement> read(Setting setting, String what, URI uri) throws Exception {
        HttpResponse<String> answer = Setting.HTTP.send(Setting.request(uri).build(), BodyHandlers.ofString());
        Setting.require(answer, 200);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        long floor = floor(setting, answer.body());
        long whole = rate(setting, Setting.request(uri).build(), 200);
        long unchanged =
                rate(setting, Setting.request(uri).header("If-None-Match", tag).build(), NOT_MODIFIED);
        return List.of(
                new Measurement(
                        "reading %s, %,d bytes".formatted(what, answer.body().length()), whole, "/s", floor, ""),
                new Measurement("  with a matching ETag", unchanged, "/s", floor, ""));
    }

    private static long rate(Setting setting, HttpRequest request, int status) throws Exception {
        return Load.of(
                        CONNECTIONS,
                        setting.time(),
                        () -> () -> Setting.require(Setting.HTTP.send(request, BodyHandlers.ofString()), status))
                .rate();
    }

    private static long floor(Setting setting, String bytes) throws Exception {
        Path file = Files.createTempFile("benchmark", ".json");
        Files.writeString(file, bytes);
        Process server = StaticServer.start(file);
        try (var lines = server.inputReader()) {
            URI uri = URI.create("http://127.0.0.1:" + lines.readLine() + "/");
            return rate(setting, Setting.request(uri).build(), 200);
        } finally {
            server.destroyForcibly();
            Files.delete(file);
        }
    }

    /** The sample, submitted and published once. */
    private static void publish(Setting setting) throws IOException, InterruptedException {
        String code = setting.sample().code();
        send(
                setting,
                Service.SUBMISSION,
                "POST",
                "/v1/collections",
                setting.sample().collection().toString());
        for (var unit : setting.sample().submissions().entrySet()) {
            String path = "/v1/collections/%s/units/%s/submission".formatted(code, unit.getKey());
            send(setting, Service.SUBMISSION, "PUT", path, unit.getValue().toString());
        }
        String last = List.copyOf(setting.sample().submissions().keySet())
                .get(setting.sample().submissions().size() - 1);
        long revision = setting.get(Service.AGGREGATION, "/v1/collections/%s/totals?after=%s@1".formatted(code, last))
                .path("revision")
                .asLong();
        send(
                setting,
                Service.PUBLICATION,
                "PUT",
                "/v1/reports/%s/narrative".formatted(code),
                setting.sample().narrative().toString());
        send(
                setting,
                Service.PUBLICATION,
                "POST",
                "/v1/reports/%s/editions".formatted(code),
                "{\"totalsRevision\": %d, \"publishedBy\": \"局办公室\"}".formatted(revision));
    }

    /** Again while the totals are still on their way. */
    private static void send(Setting setting, Service service, String method, String path, String body)
            throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            var answer = Setting.HTTP.send(
                    setting.request(service, path)
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return;
            }
            if (!answer.body().contains("report-unknown") && !answer.body().contains("totals-not-arrived")) {
                Setting.require(answer, 200);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("The totals do not arrive: " + path);
    }
}
