package gongkai.submission.form;

import gongkai.submission.language.Text;
import gongkai.submission.problem.Refusal;

public final class FormUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    public FormUnknown(String form) {
        super(
                Reason.ABSENT,
                "form-unknown",
                new Text("没有这份统计表", "There is no such form"),
                new Text(
                        "没有统计表“%s”。可用的统计表见 GET /v1/forms。".formatted(form),
                        "There is no form “%s”. GET /v1/forms lists those there are.".formatted(form)));
    }
}
