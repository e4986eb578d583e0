package gongkai.deploy.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.deploy.faults.ExpectedState.Asked;
import gongkai.deploy.faults.ExpectedState.Given;
import gongkai.deploy.local.Service;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether every edition is still the bytes that were acknowledged, under a digest that is theirs. */
final class EditionCheck {

    private final Reader reader;
    private final ExpectedState known;
    private final Verdict verdict;

    EditionCheck(Reader reader, ExpectedState known, Verdict verdict) {
        this.reader = reader;
        this.known = known;
        this.verdict = verdict;
    }

    void check(String report) throws InterruptedException {
        String editions = "/v1/reports/%s/editions".formatted(report);
        Map<Integer, String> there = new LinkedHashMap<>();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (JsonNode summary : reader.json(Service.PUBLICATION, editions).path("items")) {
            int number = summary.path("edition").asInt();
            if (number != there.size() + 1) {
                verdict.lost().add("edition %d of %s".formatted(there.size() + 1, report));
                return;
            }
            var edition = reader.get(Service.PUBLICATION, editions + "/" + number);
            there.put(number, edition.body());
            if (!edition.tag().contains(digest(edition.body()))) {
                verdict.wrong().add("edition %d is not what its digest %s says".formatted(number, edition.tag()));
            }
            reasons.merge(Reader.json(edition).path("reason").asText(), 1, Integer::sum);
        }
        for (Asked asked : known.actions(Action.Kind.PUBLISH)) {
            for (Given given : asked.acknowledgements()) {
                compare(asked, given, there);
            }
            String reason = asked.id().replace("/publication", "");
            if (reasons.getOrDefault(reason, 0) > 1) {
                verdict.doubled().add("the edition of " + asked.id());
            }
        }
    }

    private void compare(Asked asked, Given given, Map<Integer, String> there) {
        int number = Reader.json(given.body()).path("edition").asInt();
        if (!there.containsKey(number)) {
            verdict.lost().add("edition %d, acknowledged to %s".formatted(number, asked.id()));
        } else if (!given.body().equals(there.get(number))) {
            verdict.lost().add("edition %d has other bytes than %s was given".formatted(number, asked.id()));
        }
    }

    private static String digest(String document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
