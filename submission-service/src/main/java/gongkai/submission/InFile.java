package gongkai.submission;

import gongkai.submission.form.FindingView;
import gongkai.submission.form.Place;
import gongkai.submission.problem.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A refusal of figures that came in a file: as if they had come as JSON, with the place of each finding in the file. */
final class InFile extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient Function<String, Place> places;

    /** @param places where in the file an indicator's figure stands */
    InFile(Refusal refusal, Function<String, Place> places) {
        super(refusal);
        this.refusal = refusal;
        this.places = places;
    }

    @Override
    public List<?> errors(Locale language) {
        return refusal.errors(language).stream()
                .map(error ->
                        error instanceof FindingView finding ? finding.at(places.apply(finding.indicator())) : error)
                .toList();
    }
}
