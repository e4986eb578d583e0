package gongkai.publication.textcheck;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import java.util.Map;

public final class FormNotAudited extends Refusal {

    private static final long serialVersionUID = 1L;

    FormNotAudited(String form) {
        super(
                Reason.INVALID,
                "form-not-audited",
                new Text("不能核对此统计表", "Reports on this form cannot be audited"),
                new Text(
                        "没有统计表“%s”的用语。可以核对的有：%s。".formatted(form, String.join("、", FormWords.FORMS)),
                        "There are no words for the form “%s”. There are for: %s."
                                .formatted(form, String.join(", ", FormWords.FORMS))));
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("forms", FormWords.FORMS);
    }
}
