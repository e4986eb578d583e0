package gongkai.deploy.local;

/** What stops a run, and what the reader can do about it; shown to them as it is, without a stack trace. */
public final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotRun(String message) {
        super(message);
    }

    CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
