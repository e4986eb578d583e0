package gongkai.deploy.local;

/** Somebody else is ending the run (Ctrl-C, SIGTERM): leave what you do. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoppedException() {
        super("The run is being stopped");
    }
}
