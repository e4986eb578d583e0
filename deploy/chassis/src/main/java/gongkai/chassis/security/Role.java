package gongkai.chassis.security;

/** A person's role in a bureau, as the claim {@code groups} of a token names it. */
public final class Role {

    /** 填报人: reports for one unit. */
    public static final String UNIT_CLERK = "unit-clerk";

    /** 编制人: makes the bureau's report of what its units report. */
    public static final String BUREAU_EDITOR = "bureau-editor";

    /** 审查人: sees to it that nothing secret is published. */
    public static final String BUREAU_REVIEWER = "bureau-reviewer";

    /** 签发人: answers for what the bureau closes and publishes. */
    public static final String BUREAU_APPROVER = "bureau-approver";

    /** 审计员: sees everything of a bureau and changes nothing. */
    public static final String AUDITOR = "auditor";

    /** 平台管理员: opens collections for all bureaus, and sees no figures. */
    public static final String PLATFORM_ADMINISTRATOR = "platform-administrator";

    private Role() {}
}
