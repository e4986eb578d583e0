package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.List;
import java.util.Map;

/** The form asks for figures that nobody has reported; a blank is not a 0. */
final class FiguresMissing extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<String> indicators;

    FiguresMissing(List<String> indicators) {
        super(
                Reason.CONFLICT,
                "figures-missing",
                new Text("统计表有空缺", "The form has blanks"),
                new Text(
                        "这些指标没有数据：%s。请编制单位补报后再发布。".formatted(String.join("、", indicators)),
                        "These indicators have no figure: %s. Publish when the compiling unit has stated them."
                                .formatted(String.join(", ", indicators))));
        this.indicators = List.copyOf(indicators);
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("indicators", indicators);
    }
}
