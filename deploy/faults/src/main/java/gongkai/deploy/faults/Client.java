package gongkai.deploy.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.deploy.local.Person;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** HTTP as the suite's people speak it: they wait for some seconds, and hang up whenever they like. */
final class Client {

    /** As long as somebody looks at a page that does not come. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String AUTHORIZATION = "Authorization";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final FaultEnvironment stage;
    private final People people;

    Client(FaultEnvironment stage) {
        this.stage = stage;
        this.people = new People(stage.platform().issuer());
    }

    /** @param tag the ETag, or an empty string */
    record Answer(int status, String tag, String body) {

        boolean isSuccess() {
            return status / 100 == 2;
        }

        /** Whether asking again may help: the service is in trouble, or has too much to do. */
        boolean isPassing() {
            return status >= 500 || status == 429;
        }
    }

    Answer send(Action action) throws IOException {
        var request = HttpRequest.newBuilder(uri(action.kind().service(), action.path()))
                .method(action.method(), BodyPublishers.ofString(action.body()));
        headers(action).forEach(request::header);
        return send(request, PATIENCE);
    }

    Answer get(Service service, String path, Duration patience) throws IOException {
        return get(People.EDITOR, service, path, patience);
    }

    Answer get(Person by, Service service, String path, Duration patience) throws IOException {
        return send(reading(by, service, path), patience);
    }

    Answer post(Service service, String path, Duration patience) throws IOException {
        return send(reading(People.EDITOR, service, path).POST(BodyPublishers.noBody()), patience);
    }

    /**
     * Sends a part of the request and closes the connection without reading an answer.
     *
     * @param share of its bytes, from 0 to 1
     */
    void abandon(Action action, double share) throws IOException {
        byte[] body = action.body().getBytes(UTF_8);
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n"
                .formatted(action.method(), action.path(), body.length));
        headers(action).forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
        byte[] start = head.append("\r\n").toString().getBytes(US_ASCII);
        var whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        int port = stage.uri(action.kind().service()).getPort();
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.getOutputStream().write(whole, 0, (int) (whole.length * share));
        }
    }

    private Answer send(HttpRequest.Builder request, Duration patience) throws IOException {
        try {
            var answer = http.send(request.timeout(patience).build(), BodyHandlers.ofString(UTF_8));
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("ETag").orElse(""), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Told to stop");
        }
    }

    private HttpRequest.Builder reading(Person by, Service service, String path) {
        return HttpRequest.newBuilder(uri(service, path)).header(AUTHORIZATION, people.authorization(by));
    }

    private URI uri(Service service, String path) {
        return stage.uri(service).resolve(path);
    }

    private Map<String, String> headers(Action action) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(AUTHORIZATION, people.authorization(action.by()));
        headers.put("Content-Type", "application/json");
        headers.put("Accept-Language", "en");
        if (action.ifMatch() != null) {
            headers.put("If-Match", action.ifMatch());
        }
        return headers;
    }
}
