package gongkai.aggregation.edge;

import gongkai.aggregation.language.Text;
import gongkai.aggregation.problem.Refusal;

final class TooManyRequests extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyRequests(long wait) {
        super(
                Reason.TOO_MANY,
                "too-many-requests",
                new Text("请求过于频繁", "Too many requests"),
                new Text(
                        "请在 %d 秒后重发，并放慢频率；限额见响应头 RateLimit。".formatted(wait),
                        "Send it again in %d seconds, and more slowly; the header RateLimit says how many are left."
                                .formatted(wait)));
    }
}
