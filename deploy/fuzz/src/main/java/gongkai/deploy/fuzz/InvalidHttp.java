package gongkai.deploy.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Bytes that are no HTTP, or too much of it. */
final class InvalidHttp {

    private static final int PATIENCE_MILLIS = 10_000;

    private static final List<String> REQUESTS = List.of(
            "\r\n\r\n",
            "GET\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
            "GET /v1/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /v1/forms?%zz=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /v1/\u0000 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /assets/..%2f..%2fapplication.properties HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET //v1//forms HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /v1/forms;a=b HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET http://elsewhere.example/v1/forms HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /v1/forms HTTP/1.1\r\n\r\n",
            "GET /v1/forms HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET /v1/forms HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n",
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /v1/forms HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(100_000) + "\r\n\r\n",
            "GET /v1/forms HTTP/1.1\r\nHost: a\r\n" + "X: a\r\n".repeat(20_000) + "\r\n",
            "GET /v1/forms?" + "a=b&".repeat(900) + " HTTP/1.1\r\nHost: a\r\n\r\n",
            "PUT /v1/collections/a/units/b/submission HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "PUT /v1/collections/a/units/b/submission HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "PUT /v1/collections/a/units/b/submission HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
            "POST /v1/text-checks HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST /v1/text-checks HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
            "POST /v1/text-checks HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
            "POST /v1/text-checks HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9999999999\r\n\r\n",
            "GET /v1/forms HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
            "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
            "TRACE /v1/forms HTTP/1.1\r\nHost: a\r\n\r\n",
            "CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: a\r\n\r\n");

    private InvalidHttp() {}

    static int count() {
        return REQUESTS.size();
    }

    /** Sends each; whatever is answered may not be a 5xx, but for a method or version that does not exist. */
    static List<Finding> send(URI to) {
        List<Finding> findings = new ArrayList<>();
        for (String request : REQUESTS) {
            String answer = answer(to, request);
            if (answer.matches("HTTP/1\\.1 5(?!01|05).*")) {
                String told = request.substring(0, Math.min(request.length(), 120));
                findings.add(new Finding(answer, "bytes that are no HTTP", told, answer));
            }
        }
        return findings;
    }

    private static String answer(URI to, String request) {
        try (var socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return firstLine(socket.getInputStream());
        } catch (IOException cutOff) {
            // Which is what such a caller deserves; that the service goes on is seen at the end.
            return "cut off";
        }
    }

    private static String firstLine(InputStream answer) throws IOException {
        String line = new String(answer.readNBytes(200), ISO_8859_1);
        int end = line.indexOf("\r\n");
        return end < 0 ? line : line.substring(0, end);
    }
}
