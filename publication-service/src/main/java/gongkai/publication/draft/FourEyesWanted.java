package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;

/** The bureau wants who writes, who reviews and who approves to be different people. */
final class FourEyesWanted extends Refusal {

    private static final long serialVersionUID = 1L;

    FourEyesWanted(String writer, String reviewer, String approver) {
        super(
                Reason.CONFLICT,
                "four-eyes-wanted",
                new Text("须由不同的人办理", "Different people are wanted"),
                new Text(
                        "本机关要求撰写、审查、批准由不同的人办理，以登录身份为准；撰写：%s，审查：%s，批准：%s。请换人办理。".formatted(writer, reviewer, approver),
                        ("This bureau wants different people, by who has signed in, to write (%s), review (%s) and approve (%s)."
                                        + " Have somebody else do it.")
                                .formatted(writer, reviewer, approver)));
    }
}
