package gongkai.deploy.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Sends requests and waits for their answers, as long as anybody would. */
final class FuzzHttpClient {

    static final Duration HANG = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final AtomicInteger again = new AtomicInteger();
    private final ReadWriteLock others = new ReentrantReadWriteLock();

    /** How many requests were sent twice. */
    int again() {
        return again.get();
    }

    /** A request that is slow because of the others is sent again, alone. */
    HttpResponse<byte[]> answer(HttpRequest request) throws InterruptedException, ExecutionException, TimeoutException {
        others.readLock().lock();
        try {
            return send(request);
        } catch (TimeoutException slow) {
            again.incrementAndGet();
        } finally {
            others.readLock().unlock();
        }
        others.writeLock().lock();
        try {
            return send(request);
        } finally {
            others.writeLock().unlock();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request)
            throws InterruptedException, ExecutionException, TimeoutException {
        var answer = client.sendAsync(request, toTheEnd());
        try {
            return answer.get(HANG.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    /** To the end of the answer, but for streams that have none. */
    private static BodyHandler<byte[]> toTheEnd() {
        return head -> head.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), stream -> {
                    try {
                        stream.close();
                        return new byte[0];
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                : BodySubscribers.ofByteArray();
    }
}
