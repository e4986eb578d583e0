package gongkai.deploy.faults;

import gongkai.deploy.local.LocalIssuer;
import gongkai.deploy.local.Person;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The people of the suite, with their tokens. */
final class People {

    static final Person EDITOR = Person.of("bureau-editor", "xingqing-justice");
    static final Person AUDITOR = Person.of("auditor", "xingqing-justice");
    static final Person APPROVER = Person.of("bureau-approver", "xingqing-justice");

    /** Longer than a run, and than the hour by which a clock goes wrong. */
    private static final Duration VALIDITY = Duration.ofHours(6);

    private final LocalIssuer issuer;
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();

    People(LocalIssuer issuer) {
        this.issuer = issuer;
    }

    static Person clerkOf(String unit) {
        return Person.unitClerk("xingqing-justice", unit);
    }

    String authorization(Person person) {
        return "Bearer " + tokens.computeIfAbsent(person, somebody -> issuer.token(somebody, VALIDITY));
    }
}
