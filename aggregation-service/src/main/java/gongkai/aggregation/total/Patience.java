package gongkai.aggregation.total;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a caller would rather wait for something new than be told that there is nothing: {@code Prefer: wait=5} (RFC 7240). */
final class Patience {

    /** Longer than this, and something between us and the caller may take the connection for dead. */
    static final Duration MOST = Duration.ofSeconds(30);

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,9})(?:$|[,;\\s])");

    private Patience() {}

    /** As long as the header asks for, up to {@link #MOST}; nothing where it asks for no wait. */
    static Optional<Duration> of(String prefer) {
        if (prefer == null) {
            return Optional.empty();
        }
        var wait = WAIT.matcher(prefer);
        return wait.find()
                ? Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(wait.group(1)), MOST.toSeconds())))
                : Optional.empty();
    }
}
