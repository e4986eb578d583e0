package gongkai.aggregation.total;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import gongkai.aggregation.collection.Announcement;
import gongkai.aggregation.collection.Announcements;
import gongkai.aggregation.collection.ClockAdvance;
import gongkai.aggregation.collection.Collection;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.Forms;
import gongkai.aggregation.collection.Roster;
import gongkai.aggregation.collection.UnitKey;
import gongkai.aggregation.progress.Contribution;
import gongkai.aggregation.progress.Submission;
import gongkai.aggregation.progress.SubmissionReceived;
import gongkai.aggregation.progress.Submissions;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Recount;
import gongkai.aggregation.rollup.RunningTotals;
import gongkai.aggregation.rollup.StatedValueCheck;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** One batch of events, step by step: {@link TotalsUpdater} says in which order, and each step names the tables that it uses. */
final class TotalsBatch {

    /** The revision of a collection or a submission before its first event. */
    private static final long NONE_YET = 0;

    private List<CollectionAnnounced> announced;
    private List<SubmissionReceived> received;

    private Map<String, Collection> locked = Map.of();
    private Map<String, Announcement> currentAnnouncements = Map.of();
    private Map<UnitKey, Submission> currentSubmissions = Map.of();

    private final Map<String, ClockAdvance> advances = new HashMap<>();
    private Map<String, Totals> previous = Map.of();
    private final Map<String, Figures> figures = new HashMap<>();

    TotalsBatch(List<CollectionAnnounced> announced, List<SubmissionReceived> received) {
        this.announced = announced;
        this.received = received;
    }

    void lockCollections(Collections collections) {
        locked = collections.lock(Stream.concat(
                        announced.stream().map(CollectionAnnounced::collection),
                        received.stream().map(SubmissionReceived::collection))
                .collect(toSet()));
    }

    /** Keeps only events that are newer than the stored state. */
    void dropStale(Announcements announcements, Submissions submissions) {
        currentAnnouncements = announcements.current(locked.keySet());
        currentSubmissions = submissions.current(
                received.stream().map(SubmissionReceived::key).collect(toSet()));
        announced = newer(
                announced, CollectionAnnounced::collection, CollectionAnnounced::revision, this::announcedRevision);
        received = newer(received, SubmissionReceived::key, SubmissionReceived::revision, this::submittedRevision);
    }

    /** How far each clock moves. Only an announced collection has totals, and so a clock that moves. */
    void measureAdvances(Submissions submissions) {
        for (CollectionAnnounced event : announced) {
            String collection = event.collection();
            advances.put(
                    collection,
                    new ClockAdvance(event.revision() - announcedRevision(collection), event.announcedAt()));
        }
        Set<String> announcedFirst = new HashSet<>(advances.keySet());
        announcedFirst.removeAll(currentAnnouncements.keySet());
        submissions.advances(announcedFirst).forEach(this::advance);
        for (SubmissionReceived event : received) {
            String collection = event.collection();
            if (currentAnnouncements.containsKey(collection) || advances.containsKey(collection)) {
                advance(
                        collection,
                        new ClockAdvance(event.revision() - submittedRevision(event.key()), event.submittedAt()));
            }
        }
    }

    /** Moves the running totals by the differences that units of the roster make. */
    void moveTotals(TotalsHistory history, Roster roster, Forms forms) {
        previous = history.latest(advances.keySet());
        Set<UnitKey> onRoster =
                roster.named(received.stream().map(SubmissionReceived::key).collect(toSet()));
        Map<String, List<SubmissionReceived>> byCollection =
                received.stream().collect(groupingBy(SubmissionReceived::collection));
        previous.forEach((collection, totals) -> {
            Announcement announcement = currentAnnouncements.get(collection);
            var running = new RunningTotals(forms.of(announcement).form(), announcement.compiledBy(), totals.sums());
            for (SubmissionReceived event : byCollection.getOrDefault(collection, List.of())) {
                if (onRoster.contains(event.key())) {
                    Figures before = Optional.ofNullable(currentSubmissions.get(event.key()))
                            .map(Submission::contribution)
                            .orElse(Figures.NONE);
                    running.replace(event.unit(), before, event.contribution());
                }
            }
            figures.put(collection, running.figures());
        });
    }

    /** Stores the events, dated with the revision that the clocks reach with them. */
    void storeEvents(Announcements announcements, Submissions submissions) {
        advances.forEach((collection, advance) -> locked.get(collection).advance(advance.revisions()));
        announcements.replace(currentAnnouncements, announced, locked);
        submissions.replace(currentSubmissions, received, locked);
        if (!announced.isEmpty()) {
            currentAnnouncements = announcements.current(locked.keySet());
        }
    }

    /** An announcement may change the form or the roster, so its collection's totals are counted from all contributions. */
    void recountAnnounced(Submissions submissions, Forms forms) {
        if (announced.isEmpty()) {
            return;
        }
        Set<String> collections =
                announced.stream().map(CollectionAnnounced::collection).collect(toSet());
        Map<String, List<Contribution>> contributions = submissions.contributions(collections, Submissions.NOW);
        for (String collection : collections) {
            Announcement announcement = currentAnnouncements.get(collection);
            figures.put(
                    collection,
                    Recount.of(
                            forms.of(announcement).form(),
                            announcement.compiledBy(),
                            contributions.getOrDefault(collection, List.of()).stream()
                                    .collect(toMap(Contribution::unit, Contribution::figures))));
        }
    }

    /** Stores the new revisions of the totals and queues their events. */
    void save(Submissions submissions, TotalsHistory history, TotalsOutbox outbox) {
        if (figures.isEmpty()) {
            return;
        }
        Map<String, List<StatedValueCheck>> checks = checkStatedValues(submissions);
        figures.forEach((collection, sums) -> history.persist(new Totals(
                collection,
                locked.get(collection).revision(),
                sums,
                checks.getOrDefault(collection, List.of()),
                asOf(collection))));
        outbox.mark(figures.keySet().stream()
                .collect(toMap(identity(), collection -> locked.get(collection).revision())));
    }

    /** Compares what a bureau states with what its units report. Without a stated value there is no query. */
    private Map<String, List<StatedValueCheck>> checkStatedValues(Submissions submissions) {
        List<Announcement> stating = figures.keySet().stream()
                .map(currentAnnouncements::get)
                .filter(announcement -> !announcement.statedValues().isEmpty())
                .toList();
        if (stating.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Contribution>> contributions = submissions.contributions(
                stating.stream().map(Announcement::collection).collect(toSet()), Submissions.NOW);
        return stating.stream().collect(toMap(Announcement::collection, announcement -> {
            List<Figures> reported = contributions.getOrDefault(announcement.collection(), List.of()).stream()
                    .map(Contribution::figures)
                    .toList();
            return announcement.statedValues().stream()
                    .map(stated -> StatedValueCheck.of(stated.indicator(), stated.value(), reported))
                    .toList();
        }));
    }

    /** The time never goes back, also where the clocks of two senders differ. */
    private Instant asOf(String collection) {
        Instant latest = advances.get(collection).latest();
        return Optional.ofNullable(previous.get(collection))
                .map(Totals::asOf)
                .filter(before -> before.isAfter(latest))
                .orElse(latest);
    }

    private void advance(String collection, ClockAdvance advance) {
        advances.merge(collection, advance, ClockAdvance::and);
    }

    private long announcedRevision(String collection) {
        return Optional.ofNullable(currentAnnouncements.get(collection))
                .map(Announcement::revision)
                .orElse(NONE_YET);
    }

    private long submittedRevision(UnitKey unit) {
        return Optional.ofNullable(currentSubmissions.get(unit))
                .map(Submission::revision)
                .orElse(NONE_YET);
    }

    /** Of several events with the same key the newest, and that only if it is newer than the stored one. */
    private static <E, K> List<E> newer(
            List<E> events, Function<E, K> key, ToLongFunction<E> revision, ToLongFunction<K> stored) {
        return events.stream()
                .collect(toMap(key, identity(), BinaryOperator.maxBy(Comparator.comparingLong(revision))))
                .values()
                .stream()
                .filter(event -> revision.applyAsLong(event) > stored.applyAsLong(key.apply(event)))
                .toList();
    }
}
