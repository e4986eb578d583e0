package gongkai.aggregation.total;

import gongkai.aggregation.language.Text;
import gongkai.aggregation.problem.Refusal;

final class FormsDiffer extends Refusal {

    private static final long serialVersionUID = 1L;

    FormsDiffer(String form, String other) {
        super(
                Reason.INVALID,
                "forms-differ",
                new Text("两个报送任务的统计表不同", "The two collections have different forms"),
                new Text(
                        "统计表“%s”与“%s”的指标不能逐项对比。请选择使用同一统计表的报送任务。".formatted(form, other),
                        "The figures of the forms “%s” and “%s” cannot be held against each other. Choose a collection with the same form."
                                .formatted(form, other)));
    }
}
