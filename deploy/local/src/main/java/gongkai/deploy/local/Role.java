package gongkai.deploy.local;

import java.util.Locale;

/** The roles, in the order of a figure's journey. */
enum Role {
    PLATFORM_ADMINISTRATOR("opens collections for the bureaus, and sees no figures"),
    UNIT_CLERK("reports for one unit"),
    BUREAU_EDITOR("returns submissions, reads the totals, writes the report"),
    BUREAU_REVIEWER("sees to it that nothing secret is published"),
    BUREAU_APPROVER("closes the collection, approves and publishes the report"),
    AUDITOR("reads everything of the bureau");

    private final String does;

    Role(String does) {
        this.does = does;
    }

    /** As the services and {@code deploy/token} know it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How to act as one, with what for. */
    String line() {
        String options = this == UNIT_CLERK ? " --unit township-1" : "";
        return "  %-46s %s".formatted("deploy/token " + code() + options, does);
    }
}
