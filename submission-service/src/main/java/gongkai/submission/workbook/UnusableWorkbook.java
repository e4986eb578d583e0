package gongkai.submission.workbook;

import gongkai.submission.form.Place;
import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;
import java.util.List;
import java.util.Locale;

/** A workbook that cannot be read as a form, before anything is said about its figures. Each reason has its own type. */
public final class UnusableWorkbook extends Refusal {

    private static final long serialVersionUID = 1L;

    /** A cell that is the reason. */
    record Cell(String sheet, String cell, String message) {}

    private final transient List<Place> cells;
    private final transient Text atEach;

    private UnusableWorkbook(String type, Text title, Text detail) {
        this(type, title, detail, List.of(), null);
    }

    private UnusableWorkbook(String type, Text title, Text detail, List<Place> cells, Text atEach) {
        super(Reason.INVALID, type, title, detail);
        this.cells = cells;
        this.atEach = atEach;
    }

    @Override
    public List<Cell> errors(Locale language) {
        return cells.stream()
                .map(place -> new Cell(place.sheet(), place.cell(), atEach.in(language)))
                .toList();
    }

    static UnusableWorkbook notOne() {
        return new UnusableWorkbook(
                "not-a-workbook",
                new Text("这不是 XLSX 工作簿", "This is no XLSX workbook"),
                new Text(
                        "文件无法作为 XLSX 打开。请重新下载工作簿，填写后存为“Excel 工作簿（*.xlsx）”再上传。",
                        "The file cannot be opened as XLSX. Download the workbook again, fill it in, and save it as “Excel"
                                + " Workbook (*.xlsx)”."));
    }

    static UnusableWorkbook encrypted() {
        return new UnusableWorkbook(
                "workbook-encrypted",
                new Text("工作簿加了密码", "The workbook is encrypted"),
                new Text("请在 Excel 中去掉打开密码后再上传。", "Remove the password for opening it in Excel, and send it again."));
    }

    static UnusableWorkbook withMacros() {
        return new UnusableWorkbook(
                "workbook-with-macros",
                new Text("工作簿含有宏", "The workbook has macros"),
                new Text(
                        "带宏的工作簿一律不收。请另存为“Excel 工作簿（*.xlsx）”后再上传。",
                        "Workbooks with macros are not taken. Save it as “Excel Workbook (*.xlsx)”, and send that."));
    }

    static UnusableWorkbook tooLargeInside() {
        return new UnusableWorkbook(
                "workbook-too-large-inside",
                new Text("工作簿解压后过大", "The workbook is too large once unpacked"),
                new Text(
                        "文件解压后远超统计表所需。请重新下载工作簿，只填写黄色单元格。",
                        "Unpacked, the file is far larger than the form. Download the workbook again, and fill in the yellow cells"
                                + " alone."));
    }

    static UnusableWorkbook notOurs() {
        return new UnusableWorkbook(
                "workbook-not-ours",
                new Text("这不是从本系统下载的工作簿", "The workbook was not downloaded from here"),
                new Text(
                        "文件中没有本系统的标记。请下载本单位的工作簿填写，不要把数字复制到新建的文件里。",
                        "The file does not have our mark. Download the unit's workbook and fill in that; do not copy the figures into"
                                + " a new file."));
    }

    static UnusableWorkbook ofAnotherVersion() {
        return new UnusableWorkbook(
                "workbook-of-another-version",
                new Text("工作簿的格式版本不符", "The workbook is of another version"),
                new Text("工作簿的格式已经更新。请重新下载后填写。", "Workbooks have changed since. Download it again, and fill in that."));
    }

    static UnusableWorkbook withoutSheet(String sheet) {
        return new UnusableWorkbook(
                "workbook-sheet-missing",
                new Text("工作簿缺少工作表", "A sheet of the workbook is missing"),
                new Text(
                        "没有名为“%s”的工作表。请把名称改回，或重新下载后填写。".formatted(sheet),
                        "There is no sheet “%s”. Give it its name back, or download the workbook again."
                                .formatted(sheet)));
    }

    static UnusableWorkbook rearranged(List<Place> cells) {
        return new UnusableWorkbook(
                "workbook-rearranged",
                new Text("工作簿的行列被改动", "Rows or columns of the workbook were moved"),
                new Text(
                        "有的行不在原来的位置。请重新下载工作簿，只填写黄色单元格。",
                        "Some rows are not where they were. Download the workbook again, and fill in the yellow cells alone."),
                cells,
                new Text("此处应为原表的代码。", "The code that the form has here is missing."));
    }

    static UnusableWorkbook withFormulas(List<Place> cells) {
        return new UnusableWorkbook(
                "formula-in-figure",
                new Text("数字单元格里有公式", "There are formulas in the place of figures"),
                new Text(
                        "共 %d 处，见 errors。请填数字本身：复制后“选择性粘贴”为“数值”。".formatted(cells.size()),
                        "There are %d of them; errors lists them. Enter the figures themselves: copy, and paste them as values."
                                .formatted(cells.size())),
                cells,
                new Text("请填数字，不要填公式。", "Enter a figure, not a formula."));
    }
}
