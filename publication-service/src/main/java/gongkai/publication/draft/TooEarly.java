package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.time.Instant;

/** A correction cannot be read before what it corrects, nor a report before now. */
final class TooEarly extends Refusal {

    private static final long serialVersionUID = 1L;

    TooEarly(Instant earliest) {
        super(
                Reason.INVALID,
                "too-early",
                new Text("发布时间过早", "Too early to be published"),
                new Text(
                        "发布时间须晚于 %s。请改用更晚的 publishAt，或不填（立即发布）。".formatted(earliest),
                        "It must be published after %s. Name a later publishAt, or none to publish at once."
                                .formatted(earliest)));
    }
}
