package gongkai.deploy.faults;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.deploy.faults.ExpectedState.Asked;
import gongkai.deploy.faults.ExpectedState.Given;
import gongkai.deploy.local.Service;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what is there with what the journal says was acknowledged; its arithmetic is its own. */
final class Checker {

    private static final Duration DRAIN = Duration.ofSeconds(90);

    private final Reader reader;
    private final ExpectedState known;
    private final Verdict verdict = new Verdict();

    /** By collection and unit. */
    private final Map<String, Map<String, List<JsonNode>>> revisions = new LinkedHashMap<>();

    Checker(Reader reader, ExpectedState known) {
        this.reader = reader;
        this.known = known;
    }

    Verdict check(FaultEnvironment stage) throws InterruptedException {
        for (String collection : Load.collections()) {
            revisions.put(collection, read(collection));
        }
        checkRevisions();
        for (String collection : Load.collections()) {
            checkTotals(collection);
        }
        new EditionCheck(reader, known, verdict).check(Load.PUBLISHED);
        new LogCheck(verdict, revisions).check(stage);
        new AuditCheck(reader, verdict, revisions).check(stage);
        known.errors().forEach(error -> verdict.wrong().add("answered 500: " + error));
        return verdict;
    }

    private Map<String, List<JsonNode>> read(String collection) throws InterruptedException {
        var units = new LinkedHashMap<String, List<JsonNode>>();
        for (JsonNode unit :
                reader.json(Service.SUBMISSION, "/v1/collections/" + collection).path("units")) {
            String code = unit.path("code").asText();
            units.put(code, reader.revisions(collection, code));
        }
        return units;
    }

    /** Each deed is there as often as it was acknowledged: once, however often it was sent. */
    private void checkRevisions() {
        Map<String, List<JsonNode>> found = new HashMap<>();
        revisions.forEach((collection, units) -> units.forEach((unit, all) -> {
            for (int index = 0; index < all.size(); index++) {
                JsonNode revision = all.get(index);
                if (revision.path("revision").asLong() != index + 1) {
                    verdict.lost().add("revision %d of %s/%s".formatted(index + 1, collection, unit));
                    return;
                }
                found.computeIfAbsent(action(revision), first -> new ArrayList<>())
                        .add(revision);
            }
        }));
        for (Asked asked : known.actions(Action.Kind.REPORT, Action.Kind.WITHDRAW, Action.Kind.RETURN)) {
            List<JsonNode> made = found.getOrDefault(asked.id(), List.of());
            if (made.size() > 1) {
                verdict.doubled().add(asked.id());
            }
            if (asked.isRefused() && !made.isEmpty()) {
                verdict.wrong().add("refused, and done all the same: " + asked.id());
            }
            for (Given given : asked.acknowledgements()) {
                compare(asked, Reader.json(given.body()), made);
            }
        }
    }

    /** A withdrawn or returned revision carries the figures and remarks of the submission before. */
    private static String action(JsonNode revision) {
        return revision.path(revision.has("reason") ? "reason" : "remarks").asText();
    }

    private void compare(Asked asked, JsonNode acknowledged, List<JsonNode> made) {
        if (made.isEmpty()) {
            verdict.lost().add(asked.id());
            return;
        }
        JsonNode there = made.get(0);
        for (String field :
                List.of("revision", "state", "values", "derived", "remarks", "submittedBy", "submittedAt")) {
            // As they are written: 1 and 1.0 are not the same bytes.
            String said = acknowledged.path(field).toString();
            String stands = there.path(field).toString();
            if (!said.equals(stands)) {
                verdict.lost()
                        .add("%s: acknowledged with %s %s, and there with %s"
                                .formatted(asked.id(), field, said, stands));
            }
        }
    }

    private void checkTotals(String collection) throws InterruptedException {
        Map<String, List<JsonNode>> units = revisions.get(collection);
        JsonNode asking = reader.json(Service.SUBMISSION, "/v1/collections/" + collection);
        // The announcement's revision, which nobody changed, and those of all submissions.
        long complete = 1 + units.values().stream().mapToLong(List::size).sum();
        JsonNode totals = drained(Service.AGGREGATION, "/v1/totals/%s".formatted(collection), "revision", complete);
        if (totals.path("revision").asLong() != complete) {
            verdict.lost()
                    .add("events: the totals of %s are at %d, not %d"
                            .formatted(collection, totals.path("revision").asLong(), complete));
        }
        Map<String, BigDecimal> expected = sums(asking, units);
        Map<String, BigDecimal> counted = figures(totals.path("values"));
        if (!counted.equals(expected)) {
            verdict.wrong().add("the totals of %s are %s, not %s".formatted(collection, counted, expected));
        }
        var recount = reader.post(Service.AGGREGATION, "/v1/totals/%s/recount".formatted(collection));
        if (!Reader.json(recount).path("equal").asBoolean()) {
            verdict.wrong().add("the recount of %s: %s".formatted(collection, recount.body()));
        }
        JsonNode draft =
                drained(Service.PUBLICATION, "/v1/reports/%s/draft".formatted(collection), "totalsRevision", complete);
        if (draft.path("totalsRevision").asLong() != complete
                || !figures(draft.path("values")).equals(expected)) {
            verdict.lost()
                    .add("totals: the draft of %s is at %d, not %d"
                            .formatted(collection, draft.path("totalsRevision").asLong(), complete));
        }
    }

    private JsonNode drained(Service service, String path, String field, long complete) throws InterruptedException {
        long end = System.nanoTime() + DRAIN.toNanos();
        JsonNode answer = reader.json(service, path);
        while (answer.path(field).asLong() < complete && System.nanoTime() < end) {
            Thread.sleep(200);
            answer = reader.json(service, path);
        }
        return answer;
    }

    /** The sums over every submitted unit. */
    private Map<String, BigDecimal> sums(JsonNode asking, Map<String, List<JsonNode>> units)
            throws InterruptedException {
        String compiler = asking.path("compiledBy").asText();
        Map<String, BigDecimal> sums = new TreeMap<>();
        JsonNode form = reader.json(
                Service.SUBMISSION, "/v1/forms/" + asking.path("form").asText());
        for (JsonNode indicator : form.path("indicators")) {
            String code = indicator.path("code").asText();
            boolean ofTheBureau = indicator.path("rollUp").asText().equals("bureau");
            units.forEach((unit, all) -> {
                JsonNode latest = all.isEmpty() ? Reader.JSON.missingNode() : all.get(all.size() - 1);
                boolean counts =
                        latest.path("state").asText().equals("submitted") && (!ofTheBureau || unit.equals(compiler));
                BigDecimal figure = counts && latest.path("values").has(code)
                        ? latest.path("values").path(code).decimalValue()
                        : BigDecimal.ZERO;
                sums.merge(code, figure, BigDecimal::add);
            });
        }
        sums.replaceAll((code, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    private static Map<String, BigDecimal> figures(JsonNode values) {
        var figures = new TreeMap<String, BigDecimal>();
        values.properties()
                .forEach(figure -> figures.put(
                        figure.getKey(), figure.getValue().decimalValue().stripTrailingZeros()));
        return figures;
    }
}
