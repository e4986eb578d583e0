package gongkai.aggregation.intake;

import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.progress.SubmissionReceived;
import java.util.ArrayList;
import java.util.List;

/** Events as they were read, sorted by what they tell. */
record Batch(List<CollectionAnnounced> announced, List<SubmissionReceived> received) {

    Batch() {
        this(new ArrayList<>(), new ArrayList<>());
    }
}
