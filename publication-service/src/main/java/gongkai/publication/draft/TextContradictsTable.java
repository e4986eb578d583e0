package gongkai.publication.draft;

import gongkai.publication.textcheck.Contradiction;
import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.List;
import java.util.Map;

/** Sentences of the text say something else than the table. */
final class TextContradictsTable extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Contradiction> contradictions;

    TextContradictsTable(List<Contradiction> contradictions) {
        super(
                Reason.CONFLICT,
                "text-contradicts-table",
                new Text("文字与统计表不一致", "The text contradicts the table"),
                new Text(
                        "有 %d 处不一致，首先是“%s”：%s请改正文字或数据，或说明其口径。"
                                .formatted(
                                        contradictions.size(),
                                        contradictions.get(0).sentence(),
                                        contradictions.get(0).explanation().zh()),
                        "%d contradictions, first “%s”: %s Correct the text or the figure, or say what it speaks of."
                                .formatted(
                                        contradictions.size(),
                                        contradictions.get(0).sentence(),
                                        contradictions.get(0).explanation().en())));
        this.contradictions = List.copyOf(contradictions);
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("contradictions", contradictions);
    }
}
