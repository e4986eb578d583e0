package gongkai.deploy.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * A second connection, on which everything that was sent on the first arrives again, as from something in between that believed the first
 * one lost: only after the first was answered. Nobody hears what is answered to it.
 */
final class DuplicatingConnection {

    private final Socket connection;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    private DuplicatingConnection(Socket connection) {
        this.connection = connection;
    }

    static DuplicatingConnection to(int port) throws IOException {
        return new DuplicatingConnection(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Keeps what was sent on the first. */
    synchronized void hear(byte[] chunk, int length) {
        heard.write(chunk, 0, length);
    }

    /** Sends what it has kept. */
    synchronized void repeat() {
        try {
            heard.writeTo(connection.getOutputStream());
            heard.reset();
        } catch (IOException hungUp) {
            // As a server does that is told twice who somebody is, where once was expected.
            heard.reset();
        }
    }

    /** Reads answers until there are no more. */
    void listen() {
        try (connection) {
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException hungUp) {
            // So there are no more.
        }
    }

    /** Nothing more will be sent. */
    void end() {
        try {
            connection.shutdownOutput();
        } catch (IOException hungUp) {
            // Then it has ended already.
        }
    }
}
