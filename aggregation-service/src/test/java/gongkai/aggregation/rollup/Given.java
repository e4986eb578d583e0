package gongkai.aggregation.rollup;

import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Forms, rules and figures for tests, in as few words as they need. */
final class Given {

    private Given() {}

    static Form form(Indicator... indicators) {
        return new Form("a-form", List.of(indicators), List.of());
    }

    static Indicator indicator(String code, RollUp rollUp) {
        return new Indicator(code, new LocalizedText("指标", "Indicator"), "件", rollUp);
    }

    /** Code, figure, code, figure … */
    static Figures figures(Object... codesAndFigures) {
        var figures = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < codesAndFigures.length; i += 2) {
            figures.put((String) codesAndFigures[i], new BigDecimal(codesAndFigures[i + 1].toString()));
        }
        return new Figures(figures);
    }

    static List<Term> terms(String... terms) {
        return Stream.of(terms).map(Term::of).toList();
    }
}
