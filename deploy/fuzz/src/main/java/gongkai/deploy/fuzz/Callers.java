package gongkai.deploy.fuzz;

import gongkai.deploy.local.LocalIssuer;
import gongkai.deploy.local.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The callers: each role, somebody of another bureau, and strangers. */
final class Callers {

    private static final Duration VALIDITY = Duration.ofHours(2);

    private static final List<String> ROLES = List.of("bureau-editor", "bureau-reviewer", "bureau-approver", "auditor");

    private static final List<String> FORGED =
            List.of("", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "e30.e30.e30", ".".repeat(1_000), "a".repeat(6_000));

    private final List<String> tokens = new ArrayList<>();

    Callers(LocalIssuer issuer, String bureau, String unit) {
        ROLES.forEach(role -> tokens.add(issuer.token(Person.of(role, bureau), VALIDITY)));
        tokens.add(issuer.token(Person.of("bureau-editor", "another-bureau"), VALIDITY));
        tokens.add(issuer.token(Person.unitClerk(bureau, unit), VALIDITY));
        tokens.add(issuer.token(Person.platformAdministrator(), VALIDITY));
    }

    /** Mostly somebody who may do something; sometimes nobody. */
    Optional<String> any(SplittableRandom random) {
        int chosen = random.nextInt(tokens.size() + 2);
        if (chosen < tokens.size()) {
            return Optional.of(tokens.get(chosen));
        }
        return chosen == tokens.size() ? Optional.empty() : Optional.of(FORGED.get(random.nextInt(FORGED.size())));
    }
}
