package gongkai.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A TCP port that nothing listened on a moment ago. */
public final class FreePort {

    private FreePort() {}

    public static int any() {
        return any(0);
    }

    /** A port of a service, whose management port is free too. */
    static int ofService() {
        while (true) {
            int port = any();
            if (isFree(Ports.management(port))) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try {
            return any(port) == port;
        } catch (UncheckedIOException occupied) {
            return false;
        }
    }

    private static int any(int wanted) {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("This machine has no free TCP port left", e);
        }
    }
}
