package gongkai.chassis.outbox;

import gongkai.chassis.kafka.TopicIds;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Publishes everything again to a topic that was recreated: its id is none of those that were published to. */
@ApplicationScoped
class TopicCheck {

    private static final String KNOWN = "select from outbox_topic where topic_id = ?";

    private static final String REMEMBER = "insert into outbox_topic (topic_id) values (?)";

    private final TopicIds topicIds;
    private final OutboxStore store;
    private final OutboxConfig config;

    TopicCheck(TopicIds topicIds, OutboxStore store, OutboxConfig config) {
        this.topicIds = topicIds;
        this.store = store;
        this.config = config;
    }

    void republishIfRecreated(Connection connection) throws SQLException {
        String topicId = topicIds.of(config.requiredTopic());
        if (!isKnown(connection, topicId)) {
            Log.infof("The topic %s (%s) is new: publishing everything to it", config.requiredTopic(), topicId);
            store.republishAll(connection);
            remember(connection, topicId);
        }
    }

    private static boolean isKnown(Connection connection, String topicId) throws SQLException {
        try (var statement = connection.prepareStatement(KNOWN)) {
            statement.setString(1, topicId);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void remember(Connection connection, String topicId) throws SQLException {
        try (var statement = connection.prepareStatement(REMEMBER)) {
            statement.setString(1, topicId);
            statement.executeUpdate();
        }
    }
}
