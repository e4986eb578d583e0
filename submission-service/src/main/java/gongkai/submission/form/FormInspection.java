package gongkai.submission.form;

import gongkai.submission.form.FormFile.FileColumn;
import gongkai.submission.form.FormFile.FileRow;
import gongkai.submission.form.FormFile.FileRule;
import gongkai.submission.form.FormFile.FileTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds flaws of a form file beyond its shape: unknown names, circles, rules that can never hold. */
final class FormInspection {

    /** @param pointer a JSON pointer to the place in the file */
    record Flaw(String pointer, String reason) {}

    private final FormFile file;
    private final List<Flaw> flaws = new ArrayList<>();

    FormInspection(FormFile file) {
        this.file = file;
    }

    List<Flaw> flaws() {
        rowsAndColumns();
        if (flaws.isEmpty()) {
            rules(file.form());
        }
        return flaws;
    }

    private void rowsAndColumns() {
        Set<String> tables = new HashSet<>();
        Map<String, String> parents = new HashMap<>();
        for (int t = 0; t < file.tables().size(); t++) {
            FileTable table = file.tables().get(t);
            String place = "/tables/" + t;
            once(tables, table.code(), place + "/code", "table");
            columns(table, place);
            for (int r = 0; r < table.rows().size(); r++) {
                FileRow row = table.rows().get(r);
                if (parents.containsKey(row.code())) {
                    flaw(place + "/rows/" + r + "/code", "row %s is there twice".formatted(row.code()));
                }
                parents.put(row.code(), row.parent());
                counted(table, row, place + "/rows/" + r);
            }
        }
        outline(parents);
    }

    private void columns(FileTable table, String place) {
        Set<String> codes = new HashSet<>();
        for (int c = 0; c < table.columns().size(); c++) {
            once(codes, table.columns().get(c).code(), "%s/columns/%d/code".formatted(place, c), "column");
        }
    }

    /** Every cell says in what it is counted and how it rolls up. */
    private void counted(FileTable table, FileRow row, String place) {
        for (FileColumn column : table.columns()) {
            boolean counted = (row.measure() != null || column.measure() != null)
                    && (row.rollUp() != null || column.rollUp() != null);
            if (!row.heading() && !counted) {
                flaw(
                        place,
                        "row %s says no measure or no rollUp, nor does column %s".formatted(row.code(), column.code()));
            }
        }
    }

    private void outline(Map<String, String> parents) {
        for (int t = 0; t < file.tables().size(); t++) {
            List<FileRow> rows = file.tables().get(t).rows();
            for (int r = 0; r < rows.size(); r++) {
                String place = "/tables/%d/rows/%d".formatted(t, r);
                Set<String> path = new HashSet<>();
                String above = rows.get(r).code();
                while (above != null && path.add(above)) {
                    if (!parents.containsKey(above)) {
                        flaw(place + "/parent", "there is no row %s to be under".formatted(above));
                    }
                    above = parents.get(above);
                }
                if (above != null) {
                    flaw(place + "/parent", "row %s is under itself".formatted(above));
                }
            }
        }
    }

    private void rules(Form form) {
        Map<String, Indicator> indicators =
                form.indicators().stream().collect(Collectors.toMap(Indicator::code, indicator -> indicator));
        Set<String> codes = new HashSet<>();
        Map<String, Set<String>> parts = new HashMap<>();
        for (int r = 0; r < file.rules().size(); r++) {
            FileRule written = file.rules().get(r);
            String place = "/rules/" + r;
            once(codes, written.code(), place + "/code", "rule");
            written.rules().forEach(rule -> {
                rule.terms()
                        .filter(term -> !indicators.containsKey(term.indicator()))
                        .forEach(term -> flaw(
                                place, "rule %s names %s, which the form does not have".formatted(rule.code(), term)));
                if (!canHold(rule, indicators)) {
                    flaw(place, "rule %s can never hold".formatted(rule.code()));
                }
                rule.subtotal().ifPresent(total -> circle(place, rule, total, parts));
            });
        }
    }

    /** A subtotal that is, in the end, a part of itself could never be derived, and never be stated right. */
    private void circle(String place, Rule rule, String total, Map<String, Set<String>> parts) {
        Set<String> all = parts.computeIfAbsent(total, key -> new HashSet<>());
        rule.right().forEach(part -> {
            all.add(part.indicator());
            if (reaches(part.indicator(), total, parts, new HashSet<>())) {
                flaw(place, "rule %s makes %s a part of itself".formatted(rule.code(), total));
            }
        });
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> parts, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        return seen.add(from)
                && parts.getOrDefault(from, Set.of()).stream().anyMatch(part -> reaches(part, to, parts, seen));
    }

    /** Whether some figures satisfy the rule, given that those which are not signed are at least 0. */
    private static boolean canHold(Rule rule, Map<String, Indicator> indicators) {
        List<Term> left = new ArrayList<>(rule.left());
        List<Term> right = new ArrayList<>(rule.right());
        // Terms on both sides cancel out.
        List.copyOf(left).stream().filter(right::remove).forEach(left::remove);
        boolean signed = rule.terms()
                .map(term -> indicators.get(term.indicator()))
                .filter(Objects::nonNull)
                .anyMatch(Indicator::signed);
        int constant = rule.constant().compareTo(BigDecimal.ZERO);
        boolean enoughLeft = !left.isEmpty() || constant <= 0;
        boolean enoughRight = !right.isEmpty() || constant >= 0;
        return signed
                || switch (rule.relation()) {
                    case AT_MOST -> enoughRight;
                    case AT_LEAST -> enoughLeft;
                    case EQUAL -> enoughLeft && enoughRight;
                };
    }

    private void once(Set<String> seen, String code, String pointer, String what) {
        if (!seen.add(code)) {
            flaw(pointer, "%s %s is there twice".formatted(what, code));
        }
    }

    private void flaw(String pointer, String reason) {
        flaws.add(new Flaw(pointer, reason));
    }
}
