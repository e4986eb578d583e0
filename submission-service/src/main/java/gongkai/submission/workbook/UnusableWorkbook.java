package gongkai.submission.workbook;

import gongkai.chassis.i18n.LocalizedText;
import gongkai.chassis.problem.ProblemException;
import gongkai.submission.form.Place;
import java.util.List;
import java.util.Locale;

/** A problem with some cells of a workbook, which it lists. */
final class UnusableWorkbook extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** A cell with the problem. */
    record Cell(String sheet, String cell, String message) {}

    private final transient List<Place> cells;
    private final transient LocalizedText atEach;

    private UnusableWorkbook(WorkbookProblem type, List<Place> cells, LocalizedText atEach) {
        super(type, cells.size());
        this.cells = cells;
        this.atEach = atEach;
    }

    @Override
    public List<Cell> errors(Locale language) {
        return cells.stream()
                .map(place -> new Cell(place.sheet(), place.cell(), atEach.in(language)))
                .toList();
    }

    static UnusableWorkbook rearranged(List<Place> cells) {
        return new UnusableWorkbook(
                WorkbookProblem.WORKBOOK_REARRANGED,
                cells,
                new LocalizedText("此处应为原表的代码。", "The code that the form has here is missing."));
    }

    static UnusableWorkbook withFormulas(List<Place> cells) {
        return new UnusableWorkbook(
                WorkbookProblem.FORMULA_IN_FIGURE,
                cells,
                new LocalizedText("请填数字，不要填公式。", "Enter a figure, not a formula."));
    }
}
