package gongkai.publication.edition;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.Map;

/** There was such an edition, and it is not to be read any more. */
public final class EditionWithdrawn extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Withdrawal withdrawal;

    public EditionWithdrawn(Withdrawal withdrawal) {
        super(
                Reason.GONE,
                "edition-withdrawn",
                new Text("这一版已撤回", "This edition is withdrawn"),
                new Text(
                        "报告“%s”第 %d 版已于 %s 撤回，理由：%s。其他版次见 editions。"
                                .formatted(
                                        withdrawal.report(),
                                        withdrawal.number(),
                                        withdrawal.withdrawnAt(),
                                        withdrawal.reason()),
                        "Edition %d of report “%s” was withdrawn at %s, because: %s. See editions for others."
                                .formatted(
                                        withdrawal.number(),
                                        withdrawal.report(),
                                        withdrawal.withdrawnAt(),
                                        withdrawal.reason())));
        this.withdrawal = withdrawal;
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of(
                "edition", withdrawal.number(),
                "reason", withdrawal.reason(),
                "withdrawnBy", withdrawal.withdrawnBy(),
                "withdrawnAt", withdrawal.withdrawnAt());
    }
}
