package gongkai.deploy.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;

/**
 * One connection that is kept open, and as little work as HTTP/1.1 can be. The load comes from the machine that is measured: what a
 * client of comfort would take of its processors, the service would lack.
 */
final class RawHttpClient implements AutoCloseable {

    private static final int HEXADECIMAL = 16;
    private static final int NOT_MODIFIED = 304;

    private final Socket socket;
    private final InputStream in;

    RawHttpClient(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Sends a request and reads its whole answer.
     *
     * @param body sent instead of the request's own
     * @throws IllegalStateException where it is answered otherwise
     */
    void send(HttpRequest request, String body, int expected) throws IOException {
        byte[] content = body.getBytes(UTF_8);
        var message = new ByteArrayOutputStream();
        message.write(head(request, content.length).getBytes(ISO_8859_1));
        message.write(content);
        // At once: a head that travels alone makes the other side wait for the rest.
        message.writeTo(socket.getOutputStream());
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        byte[] answer = body(status);
        if (status != expected) {
            throw new IllegalStateException(
                    "%s answered %d: %s".formatted(request.uri(), status, new String(answer, UTF_8)));
        }
    }

    private static String head(HttpRequest request, int length) {
        URI uri = request.uri();
        var head = new StringBuilder(request.method()).append(' ').append(uri.getRawPath());
        if (uri.getRawQuery() != null) {
            head.append('?').append(uri.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(uri.getRawAuthority());
        head.append("\r\nContent-Length: ").append(length).append("\r\n");
        request.headers()
                .map()
                .forEach((name, values) -> values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n")));
        return head.append("\r\n").toString();
    }

    private byte[] body(int status) throws IOException {
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        if (status == NOT_MODIFIED) {
            return new byte[0];
        }
        return chunked ? chunks() : in.readNBytes(length);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(line(), HEXADECIMAL);
            body.write(in.readNBytes(length));
            line();
        } while (length > 0);
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended in the middle of an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
