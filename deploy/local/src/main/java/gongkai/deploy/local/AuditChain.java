package gongkai.deploy.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bureau's audit log, checked link by link in the order of the positions: what was changed, removed or put elsewhere. */
final class AuditChain {

    /** Sealing takes a moment; what has waited longer was kept from it. */
    private static final Duration MOMENT = Duration.ofMinutes(1);

    private static final String NOTHING_BEFORE = "0".repeat(64);

    private final String name;
    private final List<String> findings = new ArrayList<>();
    private final List<AuditLink> unlike = new ArrayList<>();
    private final List<AuditLink> unsealed = new ArrayList<>();
    private long position;
    private String hash = NOTHING_BEFORE;
    private long entries;

    AuditChain(String name) {
        this.name = name;
    }

    void add(AuditLink link) {
        if (!link.isSealed()) {
            unsealed.add(link);
            return;
        }
        if (link.position() <= position) {
            findings.add("position %d occurs twice".formatted(link.position()));
            return;
        }
        if (link.position() > position + 1) {
            findings.add(removed(position + 1, link.position() - 1));
        } else if (!link.previous().equals(hash)) {
            findings.add(
                    "position %d does not follow what stands before it: that was replaced".formatted(link.position()));
        }
        if (link.entry() == null) {
            findings.add("position %d: removed, only the seal is left".formatted(link.position()));
        } else if (!link.isAsSealed()) {
            unlike.add(link);
        }
        position = link.position();
        hash = link.hash();
        entries++;
    }

    /** @param asOf when the log was like this */
    List<String> findings(Instant asOf) {
        var all = new ArrayList<>(findings);
        unlike.forEach(link -> all.add(sealedElsewhere(link)
                .map(place -> "position %d: re-ordered, this was sealed at position %d: %s"
                        .formatted(link.position(), place, link.words()))
                .orElseGet(() ->
                        "position %d: changed since it was sealed: %s".formatted(link.position(), link.words()))));
        unsealed.stream()
                .filter(link -> link.at().plus(MOMENT).isBefore(asOf))
                .forEach(link -> all.add("not sealed for over a minute: " + link.words()));
        return all;
    }

    String head() {
        return "%s: %d entries, the last at position %d with hash %s%s"
                .formatted(
                        name,
                        entries,
                        position,
                        hash,
                        unsealed.isEmpty() ? "" : "; %d not sealed yet".formatted(unsealed.size()));
    }

    private static String removed(long from, long to) {
        return from == to ? "position %d: removed".formatted(from) : "positions %d to %d: removed".formatted(from, to);
    }

    /** Either the entries changed places, or their seals did. */
    private Optional<Long> sealedElsewhere(AuditLink link) {
        return unlike.stream()
                .filter(other -> link.wouldBe(other.position(), other.previous())
                                .equals(other.hash())
                        || link.wouldBe(other.position(), link.previous()).equals(link.hash()))
                .map(AuditLink::position)
                .findFirst();
    }
}
