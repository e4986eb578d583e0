package gongkai.submission.edit;

import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * The revision an editor has seen, as its {@code If-Match} header names it.
 *
 * @param ifMatch null where the header is missing
 */
public record SeenRevision(String ifMatch) {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    /** @param revision null where none is named */
    public static SeenRevision of(Long revision) {
        return new SeenRevision(revision == null ? null : "\"%d\"".formatted(revision));
    }

    /**
     * Accepts an edit only if its author saw what it replaces.
     *
     * @param current the revision that stands
     * @param since describes the changes since a revision, their author and time
     * @throws ProblemException {@link EditProblem#REVISION_NOT_NAMED} or {@link EditProblem#STALE_REVISION}
     */
    public void mustBe(long current, LongFunction<LocalizedText> since) {
        if (ifMatch == null) {
            throw new ProblemException(EditProblem.REVISION_NOT_NAMED, current);
        }
        if (!ifMatch.equals("*") && !ifMatch.equals("\"%d\"".formatted(current))) {
            throw new ProblemException(EditProblem.STALE_REVISION, ifMatch, current, since.apply(number()));
        }
    }

    /** The revision it names; 0, which none has, where it is not one of our tags. */
    private long number() {
        var tag = TAG.matcher(ifMatch);
        return tag.matches() ? Long.parseLong(tag.group(1)) : 0;
    }

    /** The {@code ETag} of a revision. */
    public static EntityTag tag(long revision) {
        return new EntityTag(Long.toString(revision));
    }
}
