package gongkai.publication.textcheck;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.List;
import java.util.Map;

public final class IndicatorsUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<String> indicators;

    IndicatorsUnknown(String form, List<String> indicators) {
        super(
                Reason.INVALID,
                "indicators-unknown",
                new Text("统计表没有这些指标", "The form has no such indicators"),
                new Text(
                        "统计表“%s”没有这些指标：%s。请核对代码。".formatted(form, String.join("、", indicators)),
                        "The form “%s” has no such indicators: %s. Check the codes."
                                .formatted(form, String.join(", ", indicators))));
        this.indicators = indicators;
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("indicators", indicators);
    }
}
