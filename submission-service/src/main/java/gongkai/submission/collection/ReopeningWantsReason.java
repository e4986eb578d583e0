package gongkai.submission.collection;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class ReopeningWantsReason extends Refusal {

    private static final long serialVersionUID = 1L;

    ReopeningWantsReason(String collection) {
        super(
                Reason.INVALID,
                "reopening-wants-reason",
                new Text("重新开放需说明原因", "Opening again wants a reason"),
                new Text(
                        "报送任务“%s”已关闭。请在 reason 中写明重新开放的原因。".formatted(collection),
                        "Collection “%s” is closed. Give the reason for opening it again under reason."
                                .formatted(collection)));
    }
}
