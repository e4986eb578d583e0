package gongkai.deploy.local;

/** Somebody else is ending the run (Ctrl-C, SIGTERM): leave what you do. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    Stopped() {
        super("The run is being stopped");
    }
}
