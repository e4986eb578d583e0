package gongkai.submission.workbook;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class FigureTooLong extends Refusal {

    private static final long serialVersionUID = 1L;

    FigureTooLong(String indicator) {
        super(
                Reason.CONFLICT,
                "figure-too-long-for-workbook",
                new Text("有的数字工作簿装不下", "A figure is too long for a workbook"),
                new Text(
                        "指标 %s 的数字超过 Excel 能准确保存的 15 位。请改用 CSV 或 JSON。".formatted(indicator),
                        "The figure of %s has more than the 15 digits that Excel keeps. Use CSV or JSON."
                                .formatted(indicator)));
    }
}
