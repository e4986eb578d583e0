package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.List;
import java.util.Map;

/** The text refers to figures that are not there: of the year before, or nothing to take a share of. */
final class ReferencesBlank extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<String> references;

    ReferencesBlank(List<String> references) {
        super(
                Reason.CONFLICT,
                "references-blank",
                new Text("引用的数据不存在", "The text refers to figures that are not there"),
                new Text(
                        "这些引用没有数据（没有上年数据，或不能作除数）：%s。请改写，或先补齐数据。".formatted(String.join(" ", references)),
                        "There is no figure for: %s (none of the year before, or nothing to divide by). Write it otherwise, or supply it."
                                .formatted(String.join(" ", references))));
        this.references = List.copyOf(references);
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("references", references);
    }
}
