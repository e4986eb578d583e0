package gongkai.publication.textcheck;

import gongkai.publication.textcheck.Sentence.Clause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A list in one sentence with its total: 共七件，其中独立办理六件，合办1件, or the other way round. */
record PartsOfTotal(Sentence sentence, WrittenNumber total, List<WrittenNumber> parts) {

    private static final String OF_WHICH = "其中";

    private static final Pattern IN_ALL = Pattern.compile("^(?:[^，]{0,4})?(?<!公)(?:总共|共计|合计|总计|共)(?![同享和])");

    /** 其中 may name only the notable parts. A list of more than this share of the whole is meant to be complete. */
    private static final BigDecimal NEARLY_ALL = new BigDecimal("0.75");

    /** At most one: sentences with several are read no further than the first. */
    static Optional<PartsOfTotal> in(Sentence sentence) {
        int ofWhich = sentence.text().indexOf(OF_WHICH);
        return ofWhich >= 0 ? totalFirst(sentence, sentence.start() + ofWhich) : totalLast(sentence);
    }

    private static Optional<PartsOfTotal> totalFirst(Sentence sentence, int ofWhich) {
        List<WrittenNumber> counts =
                sentence.numbers().stream().filter(WrittenNumber::isCount).toList();
        Optional<WrittenNumber> total =
                counts.stream().filter(count -> count.start() < ofWhich).reduce((earlier, later) -> later);
        if (total.isEmpty()) {
            return Optional.empty();
        }
        int next = sentence.text().indexOf(OF_WHICH, ofWhich - sentence.start() + 1);
        int end = next < 0 ? sentence.end() : sentence.start() + next;
        var parts = new ArrayList<WrittenNumber>();
        BigDecimal sum = BigDecimal.ZERO;
        for (WrittenNumber count : counts) {
            boolean listed = count.start() > ofWhich
                    && count.start() < end
                    && count.measure().equals(total.get().measure());
            // A number after a complete list is no part of it: …，办结10件.
            if (listed && sum.compareTo(total.get().value()) < 0) {
                parts.add(count);
                sum = sum.add(count.value());
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new PartsOfTotal(sentence, total.get(), parts));
    }

    private static Optional<PartsOfTotal> totalLast(Sentence sentence) {
        var parts = new ArrayList<WrittenNumber>();
        for (Clause clause : sentence.clauses()) {
            List<WrittenNumber> counts = sentence.counts(clause);
            if (!clause.goesOn()) {
                parts.clear();
            }
            if (counts.size() == 1) {
                WrittenNumber total = counts.get(0);
                List<WrittenNumber> listed = parts.stream()
                        .filter(part -> part.measure().equals(total.measure()))
                        .toList();
                boolean inAll = IN_ALL.matcher(sentence.between(clause.start(), total.start()))
                        .find();
                if (inAll && listed.size() > 1) {
                    return Optional.of(new PartsOfTotal(sentence, total, listed));
                }
            }
            parts.addAll(counts);
        }
        return Optional.empty();
    }

    BigDecimal sum() {
        return parts.stream().map(WrittenNumber::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean addsUp() {
        return sum().compareTo(total.value()) == 0;
    }

    /** Whether it must be wrong: more than the total, or nearly all of it where all is meant. */
    boolean isWrong() {
        if (total.about() || parts.stream().anyMatch(WrittenNumber::about)) {
            return false;
        }
        boolean totalLast = total.start() > parts.get(0).start();
        boolean nearlyAll = parts.size() > 1 && sum().compareTo(total.value().multiply(NEARLY_ALL)) > 0;
        return !addsUp() && (totalLast || sum().compareTo(total.value()) > 0 || nearlyAll);
    }
}
