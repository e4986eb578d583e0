package gongkai.publication.draft;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import gongkai.publication.report.Totals.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of some units are not in the totals: the report would be of only a part of the bureau. */
final class UnitsMissing extends Refusal {

    private static final long serialVersionUID = 1L;

    /** As many names as one reads in a sentence; the problem lists them all. */
    private static final int NAMED = 5;

    private final transient List<Unit> units;

    UnitsMissing(List<Unit> units) {
        super(
                Reason.CONFLICT,
                "units-missing",
                new Text("还有单位未报送", "Units are missing"),
                new Text(
                        "还有 %d 个单位未报送：%s%s。请催报，收齐后再发布。"
                                .formatted(units.size(), names(units, "、"), units.size() > NAMED ? "等" : ""),
                        "Still to submit, %d in all: %s%s. Publish when every unit has."
                                .formatted(
                                        units.size(), names(units, ", "), units.size() > NAMED ? " and others" : "")));
        this.units = List.copyOf(units);
    }

    private static String names(List<Unit> units, String separator) {
        return units.stream().limit(NAMED).map(Unit::name).collect(Collectors.joining(separator));
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("units", units);
    }
}
