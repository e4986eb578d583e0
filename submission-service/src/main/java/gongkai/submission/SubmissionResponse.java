package gongkai.submission;

import gongkai.submission.edit.SeenRevision;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** The response to a submission request, whichever way the figures came. */
public final class SubmissionResponse {

    /** Given to the aggregation-service as {@code ?after=}, it requests totals that contain this revision. */
    static final String TOTALS_TOKEN = "Totals-Token";

    static final String TOTALS_TOKEN_DESCRIPTION =
            "For GET …/totals?after= of the aggregation-service, which then waits until the totals know of this revision";

    private SubmissionResponse() {}

    public static ResponseBuilder of(SubmissionResult result) {
        Revision revision = result.revision();
        return Response.status(result.first() ? Response.Status.CREATED : Response.Status.OK)
                .tag(SeenRevision.tag(revision.number()))
                .header(TOTALS_TOKEN, "%s@%d".formatted(revision.unit(), revision.number()));
    }
}
