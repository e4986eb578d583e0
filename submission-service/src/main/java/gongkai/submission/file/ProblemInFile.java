package gongkai.submission.file;

import gongkai.chassis.problem.ProblemException;
import gongkai.submission.form.FindingView;
import gongkai.submission.form.Place;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A problem with figures that came in a file: as for JSON, with the place of each finding in the file. */
final class ProblemInFile extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemException problem;
    private final transient Function<String, Place> places;

    /** @param places finds the place of an indicator's figure in the file */
    ProblemInFile(ProblemException problem, Function<String, Place> places) {
        super(problem);
        this.problem = problem;
        this.places = places;
    }

    @Override
    public List<?> errors(Locale language) {
        return problem.errors(language).stream()
                .map(error ->
                        error instanceof FindingView finding ? finding.at(places.apply(finding.indicator())) : error)
                .toList();
    }
}
