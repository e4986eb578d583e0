package gongkai.publication.textcheck;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures to compare a text with. */
final class Tables {

    private Tables() {}

    /** A table of the form xxgk-2014 with nothing but zeros, except for these: {@code 1.1=75 3.1=2}. */
    static Map<String, BigDecimal> zerosExcept(String figures) {
        Map<String, BigDecimal> table = ofZeros("xxgk-2014");
        table.putAll(figures(figures));
        return table;
    }

    static Map<String, BigDecimal> ofZeros(String form) {
        var table = new HashMap<String, BigDecimal>();
        FormWords.of(form)
                .orElseThrow()
                .indicators()
                .forEach(indicator -> table.put(indicator.code(), BigDecimal.ZERO));
        return table;
    }

    /** {@code 1.1=75 3.1=2} */
    static Map<String, BigDecimal> figures(String written) {
        return Arrays.stream(written.strip().split(" "))
                .filter(figure -> !figure.isEmpty())
                .map(figure -> figure.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> new BigDecimal(pair[1])));
    }

    /** The table of the real report of 2018 that this program was begun for. */
    static Map<String, BigDecimal> ofXingqing() {
        return zerosExcept("1.1=75 1.2.2=75 2.1=2 2.2.3=4 2.2.4=2 5=3 5.1=3 6=6 8.1=1 8.2=2 8.3=1 8.3.1=1 9.1=3 9.3=4");
    }
}
