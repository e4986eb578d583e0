package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.narrative.Outline.Part;
import gongkai.publication.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The form prescribes parts that the text does not have. */
final class OutlineNotFollowed extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<String> headings;

    OutlineNotFollowed(List<Part> missing) {
        super(
                Reason.CONFLICT,
                "outline-not-followed",
                new Text("缺少规定的部分", "Parts are missing"),
                new Text(
                        "规定格式要求的这些部分还没有写：%s。请补写，没有内容的也请说明。".formatted(headings(missing, "；")),
                        "The form prescribes these parts, and the text has none: %s. Write them; where there is nothing to say, say so."
                                .formatted(headings(missing, "; "))));
        this.headings = missing.stream().map(Part::heading).toList();
    }

    private static String headings(List<Part> missing, String separator) {
        return missing.stream().map(Part::heading).collect(Collectors.joining(separator));
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("headings", headings);
    }
}
