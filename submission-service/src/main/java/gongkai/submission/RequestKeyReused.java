package gongkai.submission;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

final class RequestKeyReused extends Refusal {

    private static final long serialVersionUID = 1L;

    RequestKeyReused() {
        super(
                Reason.INVALID,
                "request-key-reused",
                new Text("请求标识已被使用", "The Idempotency-Key was used before"),
                new Text(
                        "该 Idempotency-Key 已用于另一份内容。重发原请求请保持内容不变；新的请求请换新的标识。",
                        "This Idempotency-Key was used for other content. Send the same content again, or use a new key."));
    }
}
