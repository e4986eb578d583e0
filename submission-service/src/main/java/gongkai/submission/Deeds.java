package gongkai.submission;

import gongkai.submission.collection.Collection;
import gongkai.submission.trail.Deed;
import gongkai.submission.trail.Digest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A submission's next revision as the audit trail keeps it: which figures it changed, and a digest of all it says. */
final class Deeds {

    private Deeds() {}

    static Deed of(Collection asking, Submission former, Revision made) {
        Map<String, Object> after = summary(made);
        former.known().ifPresent(before -> {
            Map<String, List<String>> changed = changed(before.statement(), made.statement());
            if (!changed.isEmpty()) {
                after.put("changed", changed);
            }
        });
        return new Deed(
                asking.bureau().code(),
                made.unit(),
                "/v1/collections/%s/units/%s/submission".formatted(made.collection(), made.unit()),
                made.madeBy(),
                former.known().map(Deeds::summary).orElse(null),
                after,
                made.reason());
    }

    private static Map<String, Object> summary(Revision revision) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("revision", revision.number());
        summary.put("state", revision.state().name().toLowerCase(Locale.ROOT));
        summary.put("content", Digest.of(revision.statement()));
        if (revision.filledInBy() != null) {
            summary.put("filledInBy", revision.filledInBy());
        }
        if (revision.basis() != null) {
            summary.put(
                    "basis",
                    revision.basis().collection() + "@" + revision.basis().revision());
        }
        return summary;
    }

    /** By their codes, the figures before and after; exact, as text. */
    private static Map<String, List<String>> changed(Statement before, Statement after) {
        var codes = new TreeSet<>(before.figures().keySet());
        codes.addAll(after.figures().keySet());
        var changed = new TreeMap<String, List<String>>();
        for (String code : codes) {
            BigDecimal was = before.figures().get(code);
            BigDecimal is = after.figures().get(code);
            if (was == null || is == null || was.compareTo(is) != 0) {
                changed.put(code, List.of(text(was), text(is)));
            }
        }
        return changed;
    }

    private static String text(BigDecimal figure) {
        return figure == null ? "" : figure.toPlainString();
    }
}
