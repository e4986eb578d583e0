package gongkai.deploy.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A line for each request before it is sent, and for each answer before anybody acts on it. */
final class Journal implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedWriter lines;
    private final Clock clock;

    Journal(Path file, Clock clock) {
        this.clock = clock;
        try {
            lines = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal %s cannot be written".formatted(file), e);
        }
    }

    void asks(Action action) {
        write(JSON.createObjectNode()
                .put("asks", action.id())
                .put("kind", action.kind().name())
                .put("path", action.path())
                .put("body", action.body()));
    }

    void answered(Action action, Client.Answer answer) {
        ObjectNode line = JSON.createObjectNode()
                .put("answered", action.id())
                .put("status", answer.status())
                .put("tag", answer.tag())
                .put("body", answer.body());
        write(line);
    }

    /** @param why no answer came, so that nobody knows whether it was done */
    void unanswered(Action action, String why) {
        write(JSON.createObjectNode().put("unanswered", action.id()).put("why", why));
    }

    private synchronized void write(ObjectNode line) {
        try {
            lines.write(line.put("at", clock.millis()).toString());
            lines.newLine();
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written", e);
        }
    }
}
