package gongkai.submission.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import gongkai.submission.collection.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads many units' submissions, one a line, and writes each result in order while later lines are still being received. */
@ApplicationScoped
class BulkStream {

    /** Several times what the largest form needs. */
    private static final int MAX_LINE_LENGTH = 128 * 1024;

    /** Enough to make the cost of a transaction small beside its content, and few enough to answer in a moment. */
    private static final int LINES_PER_TRANSACTION = 100;

    private final BulkSubmission submission;
    private final ObjectWriter writer;

    BulkStream(BulkSubmission submission, ObjectMapper json) {
        this.submission = submission;
        this.writer = json.writerFor(BulkResult.class);
    }

    void submit(Scope scope, String collection, InputStream in, OutputStream results, Locale language)
            throws IOException {
        var lines = new LineReader(in, MAX_LINE_LENGTH);
        List<LineReader.Line> batch = new ArrayList<>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            batch.add(line.get());
            if (batch.size() == LINES_PER_TRANSACTION) {
                submitBatch(scope, collection, batch, results, language);
                batch.clear();
            }
        }
        submitBatch(scope, collection, batch, results, language);
    }

    private void submitBatch(
            Scope scope, String collection, List<LineReader.Line> batch, OutputStream results, Locale language)
            throws IOException {
        for (BulkResult result : submission.submit(scope, collection, batch, language)) {
            results.write(writer.writeValueAsBytes(result));
            results.write('\n');
        }
        results.flush();
    }
}
