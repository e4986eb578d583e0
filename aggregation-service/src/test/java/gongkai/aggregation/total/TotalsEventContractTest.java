package gongkai.aggregation.total;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.Contract;
import gongkai.aggregation.RealPlatform;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.progress.SubmissionReceived;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class TotalsEventContractTest {

    private static final String COLLECTION = "xingqing-justice-2018";

    @Inject
    TotalsUpdater updater;

    @Inject
    Snapshots snapshots;

    @Inject
    ObjectMapper json;

    @Test
    void submission_services_samples_add_up_to_our_own() throws Exception {
        updater.update(
                List.of(sample("gongkai.collection.v1", CollectionAnnounced.class)),
                List.of(sample("gongkai.submission.v1", SubmissionReceived.class)));
        Snapshot snapshot = snapshots.at(COLLECTION, 3 + 3);
        var asInTheSample = new Totals(
                COLLECTION,
                7,
                snapshot.totals().sums(),
                snapshot.totals().stated(),
                Instant.parse("2019-01-08T01:30:00.120Z"));

        String event = json.writeValueAsString(TotalsEvent.of(
                new Snapshot(snapshot.announcement(), snapshot.document(), asInTheSample, snapshot.units())));

        new Contract("aggregation-service", "gongkai.totals.v1").isKeptBy(event);
    }

    private <T> T sample(String event, Class<T> kind) throws Exception {
        return json.readValue(new Contract("submission-service", event).sample(), kind);
    }
}
