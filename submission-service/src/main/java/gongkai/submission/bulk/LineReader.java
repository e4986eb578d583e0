package gongkai.submission.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a stream line by line. Stream and lines may be endless: the buffer is bounded. */
class LineReader {

    /**
     * A line.
     *
     * @param number counts from 1, blank lines too
     * @param content without its end; cut off where it is too long
     */
    record Line(long number, String content, boolean tooLong) {}

    private final InputStream in;
    private final int maxLength;
    private long number;

    LineReader(InputStream in, int maxLength) {
        this.in = new BufferedInputStream(in);
        this.maxLength = maxLength;
    }

    /** The next line that is not blank; nothing at the end. */
    Optional<Line> next() throws IOException {
        Optional<Line> line = any();
        while (line.isPresent() && line.get().content().isBlank()) {
            line = any();
        }
        return line;
    }

    private Optional<Line> any() throws IOException {
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        number++;
        var content = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (next >= 0 && next != '\n') {
            if (content.size() < maxLength) {
                content.write(next);
            } else {
                tooLong = true;
            }
            next = in.read();
        }
        return Optional.of(new Line(number, content.toString(UTF_8), tooLong));
    }
}
