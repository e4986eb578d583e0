package gongkai.aggregation.total;

import jakarta.ws.rs.BadRequestException;
import java.util.regex.Pattern;

/**
 * What the submission-service hands out with a revision that it stored, so that totals can be asked for that know of it: the unit,
 * {@code @}, and the revision of its submission.
 */
record Token(String unit, long revision) {

    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9][a-z0-9-]{0,63})@([1-9]\\d{0,9})");

    static Token of(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new BadRequestException("no token: " + text);
        }
        return new Token(written.group(1), Long.parseLong(written.group(2)));
    }

    @Override
    public String toString() {
        return unit + "@" + revision;
    }
}
