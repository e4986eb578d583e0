package gongkai.submission.collection;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class NotDistinct extends Refusal {

    private static final long serialVersionUID = 1L;

    NotDistinct(String indicator, String form) {
        super(
                Reason.INVALID,
                "indicator-not-distinct",
                new Text("该指标不能由编制机关认定", "The bureau cannot state this figure"),
                new Text(
                        "统计表“%s”中只有“相同信息计1条”的指标可以认定，“%s”不是。其余指标由各单位报送的数字汇总。".formatted(form, indicator),
                        "Only figures of which the same thing counts once can be stated; “%s” of the form “%s” is none. The others are what the units report."
                                .formatted(indicator, form)));
    }
}
