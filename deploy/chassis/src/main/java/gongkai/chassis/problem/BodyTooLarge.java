package gongkai.chassis.problem;

/** Ends the reading of a request body that is larger than allowed. */
public final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge() {
        super("The body is too large");
    }

    static boolean isBehind(Throwable failure) {
        return failure instanceof BodyTooLarge || (failure != null && isBehind(failure.getCause()));
    }
}
