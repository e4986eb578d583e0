package gongkai.deploy.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of the platform, on the loopback address only. */
public record Ports(int submission, int aggregation, int publication, int postgres, int kafka) {

    /** Ports that were free a moment ago, for a platform beside others. */
    public static Ports free() {
        return new Ports(
                FreePort.ofService(), FreePort.ofService(), FreePort.ofService(), FreePort.any(), FreePort.any());
    }

    public URI uri(Service service) {
        return uri(of(service));
    }

    /** Of an instance that listens on this port: health and metrics are not on the public one. */
    static int management(int port) {
        return port + 1_000;
    }

    static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    int of(Service service) {
        return switch (service) {
            case SUBMISSION -> submission;
            case AGGREGATION -> aggregation;
            case PUBLICATION -> publication;
        };
    }

    /** Refuses to go on when somebody listens on one of the ports already, or when two are the same. */
    void requireFree() {
        var owners = new LinkedHashMap<Integer, String>();
        options().forEach((option, port) -> {
            String other = owners.put(port, option);
            if (other != null) {
                throw new CannotRun(
                        "%s and %s are both %d: give each a port of its own".formatted(other, option, port));
            }
            requireFree(option, port);
        });
    }

    private Map<String, Integer> options() {
        var options = new LinkedHashMap<String, Integer>();
        options.put("--submission-port", submission);
        options.put("--aggregation-port", aggregation);
        options.put("--publication-port", publication);
        options.put("--postgres-port", postgres);
        options.put("--kafka-port", kafka);
        options.put("--submission-port (+ 1000)", management(submission));
        options.put("--aggregation-port (+ 1000)", management(aggregation));
        options.put("--publication-port (+ 1000)", management(publication));
        return options;
    }

    private static void requireFree(String option, int port) {
        try (var socket = new ServerSocket()) {
            // A port whose last connections are still fading away is free for those who say so, and the services do.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotRun(
                    "Port %d cannot be used (%s): end what listens there (`ss -ltnp` shows it), or choose another with %s"
                            .formatted(port, e.getMessage(), option),
                    e);
        }
    }
}
