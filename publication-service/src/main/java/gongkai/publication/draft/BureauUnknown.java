package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

/** The caller belongs to no such bureau; whether there is one is not theirs to know. */
final class BureauUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    BureauUnknown(String bureau) {
        super(
                Reason.ABSENT,
                "bureau-unknown",
                new Text("没有这个机关", "There is no such bureau"),
                new Text(
                        "没有您可以办理的机关“%s”。请核对机关代码。".formatted(bureau),
                        "There is no bureau “%s” that you act for. Check its code.".formatted(bureau)));
    }
}
