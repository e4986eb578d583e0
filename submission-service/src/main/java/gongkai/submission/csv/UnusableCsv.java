package gongkai.submission.csv;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

/** A file that cannot be read as the CSV of a form, before anything is said about its figures. */
public final class UnusableCsv extends Refusal {

    private static final long serialVersionUID = 1L;

    private UnusableCsv(String type, String zh, String en) {
        super(Reason.INVALID, type, new Text("CSV 文件无法读懂", "The CSV file cannot be read"), new Text(zh, en));
    }

    static UnusableCsv inUnknownCharacters() {
        return new UnusableCsv(
                "csv-encoding-unknown",
                "文件既不是 UTF-8，也不是 GB18030。请另存为“CSV UTF-8（逗号分隔）”。",
                "The file is neither UTF-8 nor GB18030. Save it as “CSV UTF-8 (comma delimited)”.");
    }

    static UnusableCsv broken(int line) {
        return new UnusableCsv(
                "csv-broken",
                "第 %d 行不是规范的 CSV（引号不成对，或单元格过长）。请改正后再上传。".formatted(line),
                "Line %d is no CSV (a quote without its end, or a cell that is too long). Mend it, and send it again."
                        .formatted(line));
    }

    static UnusableCsv tooLarge(int line) {
        return new UnusableCsv(
                "csv-too-large",
                "第 %d 行超出了本表所需的行数或列数。请删去多余的行列。".formatted(line),
                "Line %d is beyond the rows or columns that a form has. Remove what does not belong to it."
                        .formatted(line));
    }

    static UnusableCsv withoutHeader() {
        return new UnusableCsv(
                "csv-header-missing",
                "第一行须有列名 code 和 figure，以逗号分隔。请下载本单位的 CSV 填写。",
                "The first line must name the columns code and figure, separated by commas. Download the unit's CSV, and fill in"
                        + " that.");
    }

    static UnusableCsv twice(int line) {
        return new UnusableCsv(
                "csv-code-twice",
                "第 %d 行的代码前面已经有了。请只留一行。".formatted(line),
                "The code in line %d was there before. Keep one of the two lines.".formatted(line));
    }

    static UnusableCsv notARevision(int line) {
        return new UnusableCsv(
                "csv-revision-unreadable",
                "第 %d 行的修订号不是整数。请重新下载后填写。".formatted(line),
                "The revision in line %d is no whole number. Download the file again, and fill in that."
                        .formatted(line));
    }
}
