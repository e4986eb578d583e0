package gongkai.publication.access;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

/** The token may be good; while the identity provider does not show its keys, nobody can say. */
final class KeysAway extends Refusal {

    private static final long serialVersionUID = 1L;

    KeysAway(Throwable cause) {
        super(
                Reason.NOT_NOW,
                "identity-provider-away",
                new Text("暂时无法验证令牌", "The token cannot be checked right now"),
                new Text(
                        "身份认证服务暂时没有应答，您的令牌可能有效。请稍等几秒后原样重发。",
                        "The identity provider does not answer; your token may be good. Send the same again in a few seconds."));
        initCause(cause);
    }
}
