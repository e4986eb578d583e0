package gongkai.publication.finding;

import gongkai.publication.finding.Decision.Ruling;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class Decisions implements PanacheRepositoryBase<Decision, Decision.Key> {

    /** All that has been decided of a report, by what it is about; also of sentences that do not stand any more. */
    public Map<String, Decision> of(String report) {
        return list("report", report).stream().collect(Collectors.toMap(Decision::subject, Function.identity()));
    }

    /** @param rulings by what they are about; an earlier one is replaced */
    public void decide(String report, Map<String, Ruling> rulings, String by, Instant now) {
        Map<String, Decision> known = of(report);
        rulings.forEach((subject, ruling) -> {
            if (known.containsKey(subject)) {
                known.get(subject).decide(ruling, by, now);
            } else {
                persist(new Decision(report, subject, ruling, by, now));
            }
        });
    }

    /** @return whether there was one */
    public boolean revoke(String report, String subject) {
        return deleteById(new Decision.Key(report, subject));
    }
}
