package gongkai.publication.intake;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

final class DeadLetterNotKept extends Refusal {

    private static final long serialVersionUID = 1L;

    DeadLetterNotKept(long id, int size) {
        super(
                Reason.CONFLICT,
                "dead-letter-not-kept",
                new Text("该死信的内容未保存", "The dead letter is not kept here"),
                new Text(
                        "死信 %d 有 %d 字节，超出可保存的大小，只在死信主题中。请从该主题取出，改正后重新发送。".formatted(id, size),
                        "Dead letter %d has %d bytes, which is more than is kept. It is in the topic of dead letters: take it from there, and send it again."
                                .formatted(id, size)));
    }
}
