package gongkai.aggregation.total;

import static gongkai.aggregation.Given.announcement;
import static gongkai.aggregation.Given.closing;
import static gongkai.aggregation.Given.submission;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.aggregation.Given;
import gongkai.aggregation.RealPlatform;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.collection.CollectionState;
import gongkai.aggregation.progress.Progress;
import gongkai.aggregation.progress.SubmissionReceived;
import gongkai.aggregation.progress.UnitProgress;
import gongkai.aggregation.rollup.Figures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class TotalsUpdaterTest {

    @Inject
    TotalsUpdater updater;

    @Inject
    Snapshots snapshots;

    @Inject
    TotalsHistory history;

    @Inject
    gongkai.aggregation.collection.Collections collections;

    @Inject
    ObjectMapper json;

    private final String collection = Given.code();

    @Test
    void a_collection_begins_with_zero_and_everybody_missing() {
        take(announcement(collection, 1, "office", "station"));

        assertThat(now().figures()).isEqualTo(figures("'1.1': 0, '2.1': 0, '7': 0"));
        assertThat(now().progress()).isEqualTo(new Progress(2, 0, 0, 0, 2));
    }

    @Test
    void submissions_add_up() {
        take(announcement(collection, 1, "office", "station"));
        take(submission(collection, "office", 1, "'1.1': 5, '2.1': 1, '7': 0.25, '8.1': 1"));
        take(submission(collection, "station", 1, "'1.1': 7, '2.1': 0, '7': 0.75, '8.1': 9"));

        assertThat(now().figures()).isEqualTo(figures("'1.1': 12, '2.1': 1, '7': 1, '8.1': 1"));
        assertThat(now().progress()).isEqualTo(new Progress(2, 2, 0, 0, 0));
    }

    @Test
    void the_same_again_changes_nothing() {
        take(announcement(collection, 1, "office"));
        take(submission(collection, "office", 1, "'1.1': 5"));

        take(announcement(collection, 1, "office"), submission(collection, "office", 1, "'1.1': 5"));

        assertThat(now().totals().revision()).isEqualTo(2);
    }

    @Test
    void what_is_older_changes_nothing() {
        take(announcement(collection, 2, "office"));
        take(submission(collection, "office", 2, "'1.1': 5"));

        take(announcement(collection, 1, "office", "station"), submission(collection, "office", 1, "'1.1': 4"));

        assertThat(now().totals().revision()).isEqualTo(4);
        assertThat(now().figures().byCode()).containsEntry("1.1", BigDecimal.valueOf(5));
    }

    @Test
    void a_batch_makes_one_revision_however_much_it_brings() {
        take(
                submission(collection, "office", 1, "'1.1': 1"),
                submission(collection, "station", 3, "'1.1': 20"),
                announcement(collection, 1, "office", "station"),
                submission(collection, "station", 2, "'1.1': 10"));

        assertThat(revisions()).containsExactly(1L + 1 + 3);
        assertThat(now().figures()).isEqualTo(figures("'1.1': 21, '2.1': 0, '7': 0"));
    }

    @Test
    void a_draft_does_not_count_but_shows() {
        take(announcement(collection, 1, "office"));
        take(submission(collection, "office", 1, "draft", ""));

        assertThat(now().figures()).isEqualTo(figures("'1.1': 0, '2.1': 0, '7': 0"));
        assertThat(now().progress()).isEqualTo(new Progress(1, 0, 1, 0, 0));
    }

    @Test
    void what_is_returned_counts_no_longer() {
        take(announcement(collection, 1, "office"));
        take(submission(collection, "office", 1, "'1.1': 5, '8.1': 1"));
        take(submission(collection, "office", 2, "returned", "'1.1': 5, '8.1': 1"));

        assertThat(now().figures()).isEqualTo(figures("'1.1': 0, '2.1': 0, '7': 0"));
        assertThat(now().progress()).isEqualTo(new Progress(1, 0, 0, 1, 0));
    }

    @Test
    void a_submission_that_overtakes_its_collection_waits_for_it() {
        take(submission(collection, "office", 1, "'1.1': 4"));
        take(submission(collection, "office", 2, "'1.1': 5"));
        take(announcement(collection, 1, "office"));

        assertThat(now().figures()).isEqualTo(figures("'1.1': 5, '2.1': 0, '7': 0"));
    }

    @Test
    void a_submission_counts_only_as_long_as_the_roster_names_its_unit() {
        take(announcement(collection, 1, "office"));
        take(submission(collection, "station", 1, "'1.1': 7"));
        assertThat(now().figures()).isEqualTo(figures("'1.1': 0, '2.1': 0, '7': 0"));

        take(announcement(collection, 2, "office", "station"));
        assertThat(now().figures()).isEqualTo(figures("'1.1': 7, '2.1': 0, '7': 0"));

        take(announcement(collection, 3, "office"));
        assertThat(now().figures()).isEqualTo(figures("'1.1': 0, '2.1': 0, '7': 0"));
        take(submission(collection, "station", 2, "'1.1': 8"));

        take(announcement(collection, 4, "station", "office"));
        assertThat(now().figures()).isEqualTo(figures("'1.1': 8, '2.1': 0, '7': 0"));
        assertThat(now().units()).extracting(UnitProgress::code).containsExactly("station", "office");
    }

    @Test
    void every_former_revision_can_be_read_as_it_was() {
        take(announcement(collection, 1, "office"));
        take(submission(collection, "office", 1, "'1.1': 5"));
        take(closing(collection, 2, "office", "station"));
        take(submission(collection, "station", 1, "'1.1': 7"), submission(collection, "office", 2, "draft", ""));

        assertThat(at(1).progress()).isEqualTo(new Progress(1, 0, 0, 0, 1));
        assertThat(at(2).figures()).isEqualTo(figures("'1.1': 5, '2.1': 0, '7': 0"));
        assertThat(at(2).announcement().state()).isEqualTo(CollectionState.OPEN);
        assertThat(at(3).announcement().state()).isEqualTo(CollectionState.CLOSED);
        assertThat(at(3).progress()).isEqualTo(new Progress(2, 1, 0, 0, 1));
        assertThat(at(5).figures()).isEqualTo(figures("'1.1': 7, '2.1': 0, '7': 0"));
        assertThat(at(5).units())
                .extracting(UnitProgress::state)
                .containsExactly(UnitProgress.State.DRAFT, UnitProgress.State.SUBMITTED);
    }

    @Test
    void totals_that_break_a_rule_of_the_form_are_found() {
        take(announcement(collection, 1, "office"), submission(collection, "office", 1, "'1.1': 5, '2.1': 6"));

        assertThat(now().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule().code()).isEqualTo("B1");
            assertThat(finding.left()).isEqualByComparingTo("6");
            assertThat(finding.right()).isEqualByComparingTo("5");
        });
    }

    /** As when a partition moves from one instance to another while the first is still at work. */
    @RepeatedTest(10)
    void two_who_take_the_same_events_at_once_take_turns() {
        take(announcement(collection, 1, "office", "station"));
        String[] events = {
            submission(collection, "office", 1, "'1.1': 5"), submission(collection, "station", 1, "'1.1': 7")
        };

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> take(events)),
                        CompletableFuture.runAsync(() -> take(events[1], events[0])))
                .join();

        assertThat(latest()).isEqualTo(3);
        assertThat(now().figures()).isEqualTo(figures("'1.1': 12, '2.1': 0, '7': 0"));
    }

    /** Revisions of submissions and rosters, in any order and number, cut into batches of any size. */
    @ParameterizedTest
    @MethodSource("seeds")
    void however_events_interleave_the_totals_are_those_of_the_last_ones(long seed) {
        var random = new Random(seed);
        List<String> story = new ArrayList<>();
        String[] units = LongStream.range(0, 1 + random.nextInt(30))
                .mapToObj(unit -> "unit-" + unit)
                .toArray(String[]::new);
        for (int revision = 1; revision <= 3; revision++) {
            story.add(announcement(collection, revision, some(units, random)));
        }
        for (String unit : units) {
            for (int revision = 1; revision <= 1 + random.nextInt(3); revision++) {
                String figures = "'1.1': %d, '7': %d.%06d"
                        .formatted(random.nextInt(100), random.nextInt(9), random.nextInt(999_999));
                story.add(
                        random.nextBoolean()
                                ? submission(collection, unit, revision, figures)
                                : submission(collection, unit, revision, "returned", figures));
            }
        }
        List<String> delivered = new ArrayList<>(story);
        delivered.addAll(story.subList(0, random.nextInt(story.size())));
        Collections.shuffle(delivered, random);

        for (int next = 0; next < delivered.size(); ) {
            int end = Math.min(delivered.size(), next + 1 + random.nextInt(5));
            take(delivered.subList(next, end).toArray(String[]::new));
            next = end;
            if (latest() > 0) {
                given().post("/v1/totals/{collection}/recount", collection)
                        .then()
                        .statusCode(200);
            }
        }

        String retold = Given.code();
        take(story.stream().map(event -> event.replace(collection, retold)).toArray(String[]::new));
        Snapshot rebuilt = at(retold, latest());
        assertThat(now().figures()).isEqualTo(rebuilt.figures());
        assertThat(now().totals().asOf()).isEqualTo(rebuilt.totals().asOf());
        assertThat(now().units())
                .usingRecursiveComparison()
                .ignoringFields("collection")
                .isEqualTo(rebuilt.units());
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    private static String[] some(String[] units, Random random) {
        List<String> some = new ArrayList<>(List.of(units));
        Collections.shuffle(some, random);
        return some.subList(0, 1 + random.nextInt(units.length)).toArray(String[]::new);
    }

    private void take(String... events) {
        List<CollectionAnnounced> announced = new ArrayList<>();
        List<SubmissionReceived> received = new ArrayList<>();
        try {
            for (String event : events) {
                if (event.contains("\"unit\"")) {
                    received.add(json.readValue(event, SubmissionReceived.class));
                } else {
                    announced.add(json.readValue(event, CollectionAnnounced.class));
                }
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        updater.update(announced, received);
    }

    private Snapshot now() {
        return at(collection, latest());
    }

    private long latest() {
        return QuarkusTransaction.requiringNew()
                .call(() -> collections.findById(collection).revision());
    }

    private List<Long> revisions() {
        return QuarkusTransaction.requiringNew()
                .call(() -> history.list("collection", collection).stream()
                        .map(Totals::revision)
                        .toList());
    }

    private Snapshot at(long revision) {
        return at(collection, revision);
    }

    private Snapshot at(String code, long revision) {
        return QuarkusTransaction.requiringNew().call(() -> snapshots.at(code, revision));
    }

    private static Figures figures(String figures) {
        try {
            return new ObjectMapper().readValue("{%s}".formatted(figures.replace('\'', '"')), Figures.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
