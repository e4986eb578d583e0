package gongkai.publication.draft;

import gongkai.publication.finding.TextFindings.NumberStatus;
import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Nobody has said what some numbers of the text are. */
final class NumbersOpen extends Refusal {

    private static final long serialVersionUID = 1L;

    /** As many as one reads in a sentence; the problem lists them all. */
    private static final int NAMED = 5;

    private final transient List<NumberStatus> numbers;

    NumbersOpen(List<NumberStatus> numbers) {
        super(
                Reason.CONFLICT,
                "numbers-open",
                new Text("文字中有数字未说明来源", "Numbers of the text are not accounted for"),
                new Text(
                        "有 %d 个数字未与指标对应，也未说明统计表以外的来源：%s%s。请改用引用，或逐个说明（decisions）。"
                                .formatted(numbers.size(), some(numbers, "、"), numbers.size() > NAMED ? "等" : ""),
                        "%d numbers are neither a figure of the table nor said to be outside of it: %s%s. Refer to the figure, or decide on each."
                                .formatted(
                                        numbers.size(),
                                        some(numbers, ", "),
                                        numbers.size() > NAMED ? " and others" : "")));
        this.numbers = List.copyOf(numbers);
    }

    private static String some(List<NumberStatus> numbers, String separator) {
        return numbers.stream().limit(NAMED).map(NumberStatus::text).collect(Collectors.joining(separator));
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("numbers", numbers);
    }
}
