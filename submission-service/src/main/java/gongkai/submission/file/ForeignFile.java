package gongkai.submission.file;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

/** A file that was made for something else than what it was sent to. */
public final class ForeignFile extends Refusal {

    private static final long serialVersionUID = 1L;

    private ForeignFile(String type, Text title, Text detail) {
        super(Reason.INVALID, type, title, detail);
    }

    static ForeignFile ofCollection(String theirs, String ours) {
        return new ForeignFile(
                "file-of-another-collection",
                new Text("这是另一报送任务的文件", "The file belongs to another collection"),
                new Text(
                        "此文件属于报送任务“%s”，不是“%s”。请下载本任务的文件填写。".formatted(shown(theirs), ours),
                        "The file belongs to collection “%s”, not to “%s”. Download this collection's file, and fill in that."
                                .formatted(shown(theirs), ours)));
    }

    static ForeignFile ofUnit(String theirs, String ours) {
        return new ForeignFile(
                "file-of-another-unit",
                new Text("这是另一单位的文件", "The file belongs to another unit"),
                new Text(
                        "此文件属于单位“%s”，不是“%s”。请下载本单位的文件填写。".formatted(shown(theirs), ours),
                        "The file belongs to unit “%s”, not to “%s”. Download this unit's file, and fill in that."
                                .formatted(shown(theirs), ours)));
    }

    static ForeignFile ofForm(String theirs, String ours) {
        return new ForeignFile(
                "file-of-another-form",
                new Text("这是另一份统计表的文件", "The file is for another form"),
                new Text(
                        "此文件用于统计表“%s”，本任务用的是“%s”。请重新下载后填写。".formatted(shown(theirs), ours),
                        "The file is for form “%s”; this collection uses “%s”. Download it again, and fill in that."
                                .formatted(shown(theirs), ours)));
    }

    /** What a file says of itself may be of any length. */
    private static String shown(String code) {
        return code.substring(0, Math.min(code.length(), 64));
    }
}
