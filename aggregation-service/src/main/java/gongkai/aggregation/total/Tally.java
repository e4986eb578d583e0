package gongkai.aggregation.total;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import gongkai.aggregation.collection.Announcement;
import gongkai.aggregation.collection.Announcements;
import gongkai.aggregation.collection.Collection;
import gongkai.aggregation.collection.CollectionAnnounced;
import gongkai.aggregation.collection.Collections;
import gongkai.aggregation.collection.Forms;
import gongkai.aggregation.collection.News;
import gongkai.aggregation.collection.Roster;
import gongkai.aggregation.collection.UnitKey;
import gongkai.aggregation.outbox.Outbox;
import gongkai.aggregation.progress.Contribution;
import gongkai.aggregation.progress.Submission;
import gongkai.aggregation.progress.SubmissionReceived;
import gongkai.aggregation.progress.Submissions;
import gongkai.aggregation.rollup.Figures;
import gongkai.aggregation.rollup.Recount;
import gongkai.aggregation.rollup.RunningTotals;
import gongkai.aggregation.rollup.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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

/**
 * Keeps the totals in step with what the units submit.
 *
 * <p>A batch of events is one transaction. What is not newer than what is known changes nothing. Each collection that does change
 * gets one new revision of its totals and one event, however many of its units the batch speaks of; and each question is put to the
 * database once, however large the batch.
 */
@ApplicationScoped
public class Tally {

    /** The revision known of what nobody has spoken of yet. */
    private static final long NOTHING_YET = 0;

    private final Collections collections;
    private final Announcements announcements;
    private final Forms forms;
    private final Roster roster;
    private final Submissions submissions;
    private final TotalsHistory history;
    private final Outbox outbox;

    Tally(
            Collections collections,
            Announcements announcements,
            Forms forms,
            Roster roster,
            Submissions submissions,
            TotalsHistory history,
            Outbox outbox) {
        this.collections = collections;
        this.announcements = announcements;
        this.forms = forms;
        this.roster = roster;
        this.submissions = submissions;
        this.history = history;
        this.outbox = outbox;
    }

    /** Takes a batch of events into account, in whatever order and however often they come. */
    @Transactional
    public void take(List<CollectionAnnounced> announced, List<SubmissionReceived> received) {
        Map<String, Collection> held = collections.hold(Stream.concat(
                        announced.stream().map(CollectionAnnounced::collection),
                        received.stream().map(SubmissionReceived::collection))
                .collect(toSet()));
        Map<String, Announcement> asked = announcements.current(held.keySet());
        Map<UnitKey, Submission> known = submissions.current(
                received.stream().map(SubmissionReceived::key).collect(toSet()));

        List<CollectionAnnounced> announcedNews = news(
                announced,
                CollectionAnnounced::collection,
                CollectionAnnounced::revision,
                code -> asked.containsKey(code) ? asked.get(code).revision() : NOTHING_YET);
        List<SubmissionReceived> receivedNews = news(
                received,
                SubmissionReceived::key,
                SubmissionReceived::revision,
                unit -> known.containsKey(unit) ? known.get(unit).revision() : NOTHING_YET);

        Map<String, News> news = news(announcedNews, receivedNews, asked, known);
        Map<String, Totals> former = history.latest(news.keySet());
        Map<String, Figures> figures = moved(receivedNews, known, asked, former);
        news.forEach((collection, changes) -> held.get(collection).advance(changes.revisions()));
        announcements.replace(asked, announcedNews, held);
        submissions.replace(known, receivedNews, held);
        Map<String, Announcement> asks = announcedNews.isEmpty() ? asked : announcements.current(held.keySet());
        figures.putAll(recount(announcedNews.stream()
                .map(event -> asks.get(event.collection()))
                .toList()));
        publish(
                figures,
                former,
                news,
                held,
                statements(figures.keySet().stream().map(asks::get).toList()));
    }

    /** By collection, what its bureau states beside what the units report. Where nothing is stated, nothing is asked. */
    private Map<String, List<Statement>> statements(List<Announcement> asks) {
        List<Announcement> stating =
                asks.stream().filter(asked -> !asked.statedValues().isEmpty()).toList();
        if (stating.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Contribution>> counting = submissions.contributions(
                stating.stream().map(Announcement::collection).collect(toSet()), Submissions.NOW);
        return stating.stream().collect(toMap(Announcement::collection, asked -> {
            List<Figures> contributions = counting.getOrDefault(asked.collection(), List.of()).stream()
                    .map(Contribution::figures)
                    .toList();
            return asked.statedValues().stream()
                    .map(stated -> Statement.of(stated.indicator(), stated.value(), contributions))
                    .toList();
        }));
    }

    /** By collection; only of those that have been announced, for of no others are there totals. */
    private Map<String, News> news(
            List<CollectionAnnounced> announced,
            List<SubmissionReceived> received,
            Map<String, Announcement> asked,
            Map<UnitKey, Submission> known) {
        Map<String, News> news = new HashMap<>();
        for (CollectionAnnounced event : announced) {
            Announcement former = asked.get(event.collection());
            long before = former == null ? NOTHING_YET : former.revision();
            news.put(event.collection(), new News(event.revision() - before, event.announcedAt()));
        }
        Set<String> first = new HashSet<>(news.keySet());
        first.removeAll(asked.keySet());
        submissions.news(first).forEach((collection, waiting) -> news.merge(collection, waiting, News::and));
        for (SubmissionReceived event : received) {
            if (asked.containsKey(event.collection()) || news.containsKey(event.collection())) {
                Submission former = known.get(event.key());
                long before = former == null ? NOTHING_YET : former.revision();
                news.merge(event.collection(), new News(event.revision() - before, event.submittedAt()), News::and);
            }
        }
        return news;
    }

    /** Of several events about the same, the newest; and that only if it is newer than what is known. */
    private static <E, K> List<E> news(
            List<E> events, Function<E, K> about, ToLongFunction<E> revision, ToLongFunction<K> known) {
        return events.stream()
                .collect(toMap(about, identity(), BinaryOperator.maxBy(Comparator.comparingLong(revision))))
                .values()
                .stream()
                .filter(event -> revision.applyAsLong(event) > known.applyAsLong(about.apply(event)))
                .toList();
    }

    /** The running totals of each collection that hears of submissions, moved by the difference that units of its roster make. */
    private Map<String, Figures> moved(
            List<SubmissionReceived> news,
            Map<UnitKey, Submission> known,
            Map<String, Announcement> asked,
            Map<String, Totals> former) {
        Set<UnitKey> named =
                roster.named(news.stream().map(SubmissionReceived::key).collect(toSet()));
        Map<String, List<SubmissionReceived>> received =
                news.stream().collect(groupingBy(SubmissionReceived::collection));
        Map<String, Figures> figures = new HashMap<>();
        former.forEach((collection, totals) -> {
            Announcement announcement = asked.get(collection);
            var running = new RunningTotals(forms.of(announcement).form(), announcement.compiledBy(), totals.sums());
            for (SubmissionReceived event : received.getOrDefault(collection, List.of())) {
                if (named.contains(event.key())) {
                    Submission before = known.get(event.key());
                    running.replace(
                            event.unit(), before == null ? Figures.NONE : before.contribution(), event.contribution());
                }
            }
            figures.put(collection, running.figures());
        });
        return figures;
    }

    /** The totals of collections that ask something else now, or ask others: from all that counts. */
    private Map<String, Figures> recount(List<Announcement> asks) {
        if (asks.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Contribution>> counting = submissions.contributions(
                asks.stream().map(Announcement::collection).collect(toSet()), Submissions.NOW);
        return asks.stream()
                .collect(toMap(
                        Announcement::collection,
                        asked -> recount(asked, counting.getOrDefault(asked.collection(), List.of()))));
    }

    Figures recount(Announcement asked, List<Contribution> contributions) {
        return Recount.of(
                forms.of(asked).form(),
                asked.compiledBy(),
                contributions.stream().collect(toMap(Contribution::unit, Contribution::figures)));
    }

    private void publish(
            Map<String, Figures> figures,
            Map<String, Totals> former,
            Map<String, News> news,
            Map<String, Collection> held,
            Map<String, List<Statement>> stated) {
        if (figures.isEmpty()) {
            return;
        }
        figures.forEach((collection, totals) -> {
            Instant latest = news.get(collection).latest();
            Instant asOf = Optional.ofNullable(former.get(collection))
                    .map(Totals::asOf)
                    .filter(before -> before.isAfter(latest))
                    .orElse(latest);
            history.persist(new Totals(
                    collection,
                    held.get(collection).revision(),
                    totals,
                    stated.getOrDefault(collection, List.of()),
                    asOf));
        });
        outbox.mark(figures.keySet().stream()
                .collect(toMap(identity(), collection -> held.get(collection).revision())));
    }
}
