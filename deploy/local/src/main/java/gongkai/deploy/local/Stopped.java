package gongkai.deploy.local;

/** Somebody asked the run to end (Ctrl-C, SIGTERM): leave what you do, and clean up. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    Stopped() {
        super("The run was asked to end");
    }
}
