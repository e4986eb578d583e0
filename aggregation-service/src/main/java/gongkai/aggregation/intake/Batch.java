package gongkai.aggregation.intake;

import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.progress.SubmissionReceived;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events as they were read, sorted by what they tell.
 *
 * @param traces by collection, that of the last event which has one
 */
record Batch(List<CollectionAnnounced> announced, List<SubmissionReceived> received, Map<String, String> traces) {

    Batch() {
        this(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    }
}
