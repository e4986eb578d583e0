package gongkai.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one line.
 *
 * @param line counts from 1, as an editor does
 * @param unit null where the line could not be read
 * @param status as the request for this unit alone would have been answered
 * @param revision the revision that stands; null where the line was refused
 * @param problem why it was refused; null where it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of one line")
record BulkAnswer(
        long line,
        String unit,
        int status,
        Long revision,
        @Schema(ref = "#/components/schemas/Problem") HttpProblem problem) {

    static BulkAnswer stored(long line, String unit, boolean first, long revision) {
        return new BulkAnswer(line, unit, first ? 201 : 200, revision, null);
    }

    static BulkAnswer refused(long line, String unit, HttpProblem problem) {
        return new BulkAnswer(line, unit, problem.getStatusCode(), null, problem);
    }
}
