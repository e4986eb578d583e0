package gongkai.chassis.consumer;

/** The event cannot be read, and no retry will help. It becomes a dead letter with this message as its reason. */
public class UnreadableEvent extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String reason) {
        super(reason);
    }

    public UnreadableEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
