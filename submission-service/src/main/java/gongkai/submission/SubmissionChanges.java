package gongkai.submission;

import gongkai.chassis.audit.AuditedChange;
import gongkai.chassis.json.Sha256;
import gongkai.submission.collection.Collection;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Describes a new revision for the audit log: the changed figures, and a digest of the whole content. */
final class SubmissionChanges {

    private SubmissionChanges() {}

    static AuditedChange of(Collection collection, Submission previous, Revision revision) {
        Map<String, Object> after = summary(revision);
        previous.latestIfAny().ifPresent(before -> {
            Map<String, List<String>> changed = changed(before.content(), revision.content());
            if (!changed.isEmpty()) {
                after.put("changed", changed);
            }
        });
        return new AuditedChange(
                collection.bureau().code(),
                revision.unit(),
                "/v1/collections/%s/units/%s/submission".formatted(revision.collection(), revision.unit()),
                revision.madeBy(),
                previous.latestIfAny().map(SubmissionChanges::summary).orElse(null),
                after,
                revision.reason());
    }

    private static Map<String, Object> summary(Revision revision) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("revision", revision.number());
        summary.put("state", revision.state().name().toLowerCase(Locale.ROOT));
        summary.put("content", Sha256.ofJson(revision.content()));
        if (revision.filledInBy() != null) {
            summary.put("filledInBy", revision.filledInBy());
        }
        if (revision.sourceTotals() != null) {
            summary.put(
                    "basis",
                    revision.sourceTotals().collection() + "@"
                            + revision.sourceTotals().revision());
        }
        return summary;
    }

    /** By their codes, the figures before and after; exact, as text. */
    private static Map<String, List<String>> changed(SubmissionContent before, SubmissionContent after) {
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
