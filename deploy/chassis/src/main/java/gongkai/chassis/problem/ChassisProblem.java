package gongkai.chassis.problem;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The problems that any operation may answer. */
public enum ChassisProblem implements ProblemType {
    MALFORMED_REQUEST(400),
    NO_VALID_TOKEN(401),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONTENT_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_REQUEST(422),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    TEMPORARILY_UNAVAILABLE(503),
    /** The same type as an outage: a program does in both cases the same. */
    SERVICE_BUSY(503) {
        @Override
        public String code() {
            return TEMPORARILY_UNAVAILABLE.code();
        }
    },
    IDENTITY_PROVIDER_AWAY(503);

    private static final Set<ChassisProblem> OF_FRAMEWORK = EnumSet.of(
            MALFORMED_REQUEST,
            NO_VALID_TOKEN,
            NOT_ALLOWED,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            CONTENT_TOO_LARGE,
            UNSUPPORTED_MEDIA_TYPE,
            INTERNAL_ERROR);

    private final int status;

    ChassisProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /** The problem that the framework means by a status. */
    static Optional<ChassisProblem> ofFramework(int status) {
        return OF_FRAMEWORK.stream().filter(type -> type.status == status).findFirst();
    }
}
