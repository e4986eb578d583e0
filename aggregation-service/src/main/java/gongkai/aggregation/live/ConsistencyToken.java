package gongkai.aggregation.live;

import jakarta.ws.rs.BadRequestException;
import java.util.regex.Pattern;

/**
 * Names a stored revision of a submission: the unit, {@code @}, and the revision. The submission-service returns it as
 * {@code Totals-Token}, and a reader sends it to get totals that cover the submission.
 */
public record ConsistencyToken(String unit, long revision) {

    private static final Pattern FORMAT = Pattern.compile("([a-z0-9][a-z0-9-]{0,63})@([1-9]\\d{0,9})");

    public static ConsistencyToken of(String text) {
        var matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw new BadRequestException("no token: " + text);
        }
        return new ConsistencyToken(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return unit + "@" + revision;
    }
}
