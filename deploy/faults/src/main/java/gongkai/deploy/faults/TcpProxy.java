package gongkai.deploy.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network between two processes: everything between them passes here, and can be held back, slowed, or broken off.
 *
 * <p>While it is cut, connections stay open and carry nothing, as when a cable is pulled; what was sent arrives when it is mended.
 */
final class TcpProxy implements AutoCloseable {

    private static final int CHUNK = 16 * 1024;
    private static final long SMALL_STACK = 128 * 1024;
    private static final int BACKLOG = 200;

    private final String name;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Integer> targets;
    private volatile boolean cut;
    private volatile boolean duplicating;
    private volatile Duration delay = Duration.ZERO;

    private TcpProxy(String name, ServerSocket entrance, int target) {
        this.name = name;
        this.entrance = entrance;
        this.targets = List.of(target);
    }

    /** A whole wire, from a port of its own. */
    static TcpProxy to(String name, int target) {
        try {
            var wire = new TcpProxy(name, new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), target);
            wire.thread("entrance", wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException("This machine has no free TCP port left", e);
        }
    }

    /** The port that clients connect to. */
    int port() {
        return entrance.getLocalPort();
    }

    /** From now on, new connections are led here; where there are several ports, to one after the other. */
    void lead(Integer... ports) {
        targets = List.of(ports);
    }

    void cut() {
        cut = true;
    }

    /** @param perChunk how much later everything arrives */
    void slow(Duration perChunk) {
        delay = perChunk;
    }

    /** Both ends of every connection are told that it is broken. */
    void reset() {
        open.forEach(TcpProxy::breakOff);
    }

    /** Everything arrives twice, see {@link DuplicatingConnection}; on connections that are made from now on, so it breaks those that there are. */
    void duplicate() {
        duplicating = true;
        reset();
    }

    synchronized void mend() {
        cut = false;
        duplicating = false;
        delay = Duration.ZERO;
        notifyAll();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The wire %s cannot be taken down".formatted(name), e);
        }
        reset();
        mend();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket here = entrance.accept();
                thread("connection", () -> connect(here));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket here) {
        open.add(here);
        var there = new Socket();
        try {
            passable();
            int target = targets.get(Math.floorMod(turn.getAndIncrement(), targets.size()));
            there.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            here.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            open.add(there);
            Optional<DuplicatingConnection> twin =
                    duplicating ? Optional.of(DuplicatingConnection.to(target)) : Optional.empty();
            thread("back", () -> pump(there, here, (chunk, length) -> twin.ifPresent(DuplicatingConnection::repeat)));
            twin.ifPresent(second -> thread("twin", second::listen));
            pump(here, there, (chunk, length) -> twin.ifPresent(second -> second.hear(chunk, length)));
            twin.ifPresent(DuplicatingConnection::end);
        } catch (IOException nobodyListens) {
            drop(here, there);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Passed {
        void passed(byte[] chunk, int length);
    }

    private void pump(Socket from, Socket to, Passed also) {
        var chunk = new byte[CHUNK];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int length = in.read(chunk);
            while (length >= 0) {
                passable();
                also.passed(chunk, length);
                out.write(chunk, 0, length);
                length = in.read(chunk);
            }
            // Half a connection is of no use here: one closed direction closes both.
            passable();
        } catch (IOException over) {
            breakOff(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            drop(from, to);
        }
    }

    private void passable() throws InterruptedException {
        long millis = delay.toMillis();
        if (millis > 0) {
            Thread.sleep(millis);
        }
        synchronized (this) {
            while (cut) {
                wait();
            }
        }
    }

    private void drop(Socket... ends) {
        for (Socket end : ends) {
            open.remove(end);
            try {
                end.close();
            } catch (IOException e) {
                throw new UncheckedIOException("A connection of %s cannot be closed".formatted(name), e);
            }
        }
    }

    private static void breakOff(Socket end) {
        try {
            // Zero: what is on its way is thrown away, and the other side gets a reset instead of an end.
            end.setSoLinger(true, 0);
            end.close();
        } catch (IOException alreadyClosed) {
            // That is all that was wanted.
        }
    }

    private void thread(String role, Runnable work) {
        var thread = new Thread(null, work, name + " " + role, SMALL_STACK);
        thread.setDaemon(true);
        thread.start();
    }
}
