package gongkai.submission.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of one line.
 *
 * @param line counts from 1, as an editor does
 * @param unit null if the line could not be read
 * @param status the status of a request for this unit alone
 * @param revision the current revision; null if the line was rejected
 * @param problem the reason for the rejection; null if there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BulkAnswer", description = "What became of one line")
record BulkResult(
        long line,
        String unit,
        int status,
        Long revision,
        @Schema(ref = "#/components/schemas/Problem") HttpProblem problem) {

    static BulkResult stored(long line, String unit, boolean first, long revision) {
        return new BulkResult(line, unit, first ? 201 : 200, revision, null);
    }

    static BulkResult rejected(long line, String unit, HttpProblem problem) {
        return new BulkResult(line, unit, problem.getStatusCode(), null, problem);
    }
}
