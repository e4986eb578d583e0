package gongkai.deploy.local;

/** The reason why a run stops, and the remedy; shown to the reader without a stack trace. */
public final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotRun(String message) {
        super(message);
    }

    CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
