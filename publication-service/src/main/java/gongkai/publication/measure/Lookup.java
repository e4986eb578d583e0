package gongkai.publication.measure;

import io.quarkus.logging.Log;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * Something about the database that is looked up from time to time, so that whoever reads the metrics waits for nothing: not for the
 * answer to a question, nor, while the database is away, for there to be none.
 */
public final class Lookup<T> {

    private final Callable<T> question;
    private volatile T answer;

    public Lookup(Callable<T> question) {
        this.question = question;
    }

    /** Asks again. Where there is no answer nothing is known, which the metrics show as NaN; why is told by those who need the database. */
    public void look() {
        try {
            answer = question.call();
        } catch (Exception e) {
            Log.debug("A metric is not known", e);
            answer = null;
        }
    }

    public double value(ToDoubleFunction<T> of) {
        T known = answer;
        return known == null ? Double.NaN : of.applyAsDouble(known);
    }
}
