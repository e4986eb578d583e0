package gongkai.publication.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Some decisions are of nothing that the text says, or do not fit the figures. */
public final class DecisionsUnfit extends Refusal {

    private static final long serialVersionUID = 1L;

    /** @param subject what the decision was to be about */
    record Unfit(String subject, Text message) {

        @JsonIgnore
        String zh() {
            return subject + "：" + message.zh();
        }

        @JsonIgnore
        String en() {
            return subject + ": " + message.en();
        }
    }

    private final transient List<Unfit> errors;

    DecisionsUnfit(List<Unfit> errors) {
        super(
                Reason.INVALID,
                "decisions-unfit",
                new Text("说明与文字或数据不符", "Decisions that do not fit"),
                new Text(
                        errors.stream().map(Unfit::zh).collect(Collectors.joining("；")) + "。请重新读取 findings 后再说明。",
                        errors.stream().map(Unfit::en).collect(Collectors.joining("; "))
                                + ". Read the findings again, and decide anew."));
        this.errors = List.copyOf(errors);
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("errors", errors);
    }
}
