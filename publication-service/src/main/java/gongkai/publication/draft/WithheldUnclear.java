package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

/** The review withholds a section that there is not, or says “in part” without saying which. */
final class WithheldUnclear extends Refusal {

    private static final long serialVersionUID = 1L;

    WithheldUnclear(int sections) {
        super(
                Reason.INVALID,
                "withheld-unclear",
                new Text("不予公开的部分不明确", "It is not clear what is withheld"),
                new Text(
                        "部分公开（publish-in-part）时须在 withheld 中列出不予公开的部分（0 至 %d），其他结论不得列出。".formatted(sections - 1),
                        "With publish-in-part, and only then, withheld lists the sections concerned, from 0 to %d."
                                .formatted(sections - 1)));
    }
}
