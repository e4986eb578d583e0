package gongkai.submission;

import gongkai.submission.SubmissionDesk.Taken;
import gongkai.submission.edit.SeenRevision;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** How whoever reported is answered, whichever way the figures came. */
final class TakenAnswer {

    /** Given to the aggregation-service as {@code ?after=}, it asks for totals that know of this revision. */
    static final String TOTALS_TOKEN = "Totals-Token";

    static final String TOTALS_TOKEN_SAYS =
            "For GET …/totals?after= of the aggregation-service, which then waits until the totals know of this revision";

    private TakenAnswer() {}

    static ResponseBuilder of(Taken taken) {
        Revision revision = taken.revision();
        return Response.status(taken.first() ? Response.Status.CREATED : Response.Status.OK)
                .tag(SeenRevision.tag(revision.number()))
                .header(TOTALS_TOKEN, "%s@%d".formatted(revision.unit(), revision.number()));
    }
}
