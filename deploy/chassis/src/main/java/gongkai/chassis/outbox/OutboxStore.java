package gongkai.chassis.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The place where the relay finds the events to publish: by default the table {@code outbox}. The connection commits each statement by
 * itself, and one instance of the service at a time calls these methods.
 */
public interface OutboxStore {

    /** The events to publish next, in order. */
    List<OutboxRecord> next(Connection connection, int max) throws SQLException;

    /** Kafka has committed these events. */
    void remove(Connection connection, List<OutboxRecord> published) throws SQLException;

    /** The topic is new or was recreated: all current state must be published to it. Called again if it fails. */
    void republishAll(Connection connection) throws SQLException;

    /**
     * A query for the metrics. It returns one row: {@code events}, the number of waiting events, and {@code oldest}, the age of the
     * first in seconds or 0.
     */
    String backlogQuery();
}
