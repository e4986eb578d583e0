package gongkai.deploy.local;

import java.util.List;

/**
 * Somebody who acts, as a token says it.
 *
 * @param subject who it is, to programs; always the same for the same person
 * @param bureau whose roles they are; null where they are nobody's in particular
 * @param unit for which the person reports; null for none
 */
public record Person(String subject, String name, List<String> roles, String bureau, String unit) {

    public static Person of(String role, String bureau) {
        return new Person("%s@%s".formatted(role, bureau), role, List.of(role), bureau, null);
    }

    public static Person unitClerk(String bureau, String unit) {
        return new Person("%s@%s".formatted(unit, bureau), unit, List.of("unit-clerk"), bureau, unit);
    }

    public static Person platformAdministrator() {
        return new Person("administrator", "administrator", List.of("platform-administrator"), null, null);
    }
}
