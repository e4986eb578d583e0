package gongkai.submission.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;

/** A unit's figures of the period before, looked up when the first rule asks for them: few do, and most submissions go without. */
final class EarlierFigures {

    static final EarlierFigures NONE = new EarlierFigures(Map::of);

    private final Supplier<Map<String, BigDecimal>> lookup;
    private Map<String, BigDecimal> found;

    EarlierFigures(Supplier<Map<String, BigDecimal>> lookup) {
        this.lookup = lookup;
    }

    /** By the code of the indicator; empty where they are not known. */
    Map<String, BigDecimal> get() {
        if (found == null) {
            found = lookup.get();
        }
        return found;
    }
}
