package gongkai.aggregation.intake;

import gongkai.aggregation.language.Text;
import gongkai.aggregation.problem.Refusal;

final class DeadLetterUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    DeadLetterUnknown(long id) {
        super(
                Reason.ABSENT,
                "dead-letter-unknown",
                new Text("没有这个死信", "There is no such dead letter"),
                new Text(
                        "没有编号为 %d 的死信。请查看 /v1/dead-letters。".formatted(id),
                        "No dead letter has the number %d. See /v1/dead-letters.".formatted(id)));
    }
}
