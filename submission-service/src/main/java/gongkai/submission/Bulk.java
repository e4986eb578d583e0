package gongkai.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import gongkai.submission.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes in many units' submissions, one a line, and answers each in order while the next are still on their way. */
@ApplicationScoped
class Bulk {

    /** Several times what the largest form needs. */
    private static final int LONGEST_LINE = 128 * 1024;

    /** As many as make the cost of a transaction small beside its content, and few enough to be answered in a moment. */
    private static final int LINES_PER_TRANSACTION = 100;

    private final BulkDesk desk;
    private final ObjectWriter writer;

    Bulk(BulkDesk desk, ObjectMapper json) {
        this.desk = desk;
        this.writer = json.writerFor(BulkAnswer.class);
    }

    void take(Scope scope, String collection, InputStream in, OutputStream answers, Locale language)
            throws IOException {
        var lines = new Lines(in, LONGEST_LINE);
        List<Lines.Line> batch = new ArrayList<>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            batch.add(line.get());
            if (batch.size() == LINES_PER_TRANSACTION) {
                answer(scope, collection, batch, answers, language);
                batch.clear();
            }
        }
        answer(scope, collection, batch, answers, language);
    }

    private void answer(Scope scope, String collection, List<Lines.Line> batch, OutputStream answers, Locale language)
            throws IOException {
        for (BulkAnswer answer : desk.take(scope, collection, batch, language)) {
            answers.write(writer.writeValueAsBytes(answer));
            answers.write('\n');
        }
        answers.flush();
    }
}
