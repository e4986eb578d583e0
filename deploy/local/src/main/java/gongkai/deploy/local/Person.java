package gongkai.deploy.local;

import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody who acts, as a token says it.
 *
 * @param subject who it is, to programs; always the same for the same person
 * @param bureau in which the roles are held; null for nobody's in particular
 * @param unit for which the person reports; null for none
 */
public record Person(String subject, String name, List<String> roles, String bureau, String unit) {

    /** All roles. */
    public static final List<String> ROLES =
            Stream.of(Role.values()).map(Role::code).toList();

    public static Person of(String role, String bureau) {
        return new Person("%s@%s".formatted(role, bureau), role, List.of(role), bureau, null);
    }

    public static Person unitClerk(String bureau, String unit) {
        return new Person("%s@%s".formatted(unit, bureau), unit, List.of("unit-clerk"), bureau, unit);
    }

    public static Person platformAdministrator() {
        return new Person(
                "platform-administrator", "platform-administrator", List.of("platform-administrator"), null, null);
    }

    Person named(String otherName) {
        return new Person(subject, otherName, roles, bureau, unit);
    }

    /** A small office, where one person does it all. */
    public static Person ofEveryRole(String bureau) {
        return new Person("office@%s".formatted(bureau), "李文", ROLES, bureau, null);
    }
}
