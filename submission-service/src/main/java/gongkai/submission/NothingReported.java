package gongkai.submission;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class NothingReported extends Refusal {

    private static final long serialVersionUID = 1L;

    NothingReported(String collection, String unit) {
        super(
                Reason.ABSENT,
                "nothing-reported",
                new Text("尚无报送", "Nothing is reported yet"),
                new Text(
                        "单位“%2$s”在“%1$s”中还没有报送。请用 PUT 提交。".formatted(collection, unit),
                        "Unit “%2$s” has reported nothing in “%1$s” yet. Send its figures with PUT."
                                .formatted(collection, unit)));
    }
}
