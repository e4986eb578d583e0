package gongkai.deploy.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The journal's content: for each action its request and all its answers. */
final class ExpectedState {

    /** An answer as it came. */
    record Given(int status, String tag, String body) {

        boolean isAcknowledgement() {
            return status / 100 == 2;
        }

        /** Refused for good: nothing of it may be found anywhere, if nothing else was ever answered. */
        boolean isRefusal() {
            return status / 100 == 4 && status != 429;
        }
    }

    /** @param silences how often no answer came */
    record Asked(String id, Action.Kind kind, String path, String body, List<Given> given, List<String> silences) {

        List<Given> acknowledgements() {
            return given.stream().filter(Given::isAcknowledgement).toList();
        }

        /** Whether everything that was ever said of it is that it was not done. */
        boolean isRefused() {
            return silences.isEmpty() && !given.isEmpty() && given.stream().allMatch(Given::isRefusal);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Asked> actions = new LinkedHashMap<>();

    private ExpectedState() {}

    static ExpectedState from(Path journal) {
        var known = new ExpectedState();
        try (var lines = Files.lines(journal)) {
            lines.forEach(line -> known.learn(read(line)));
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be read", e);
        }
        return known;
    }

    List<Asked> actions(Action.Kind... kinds) {
        return actions.values().stream()
                .filter(action -> List.of(kinds).contains(action.kind()))
                .toList();
    }

    /** How many deeds of a kind were acknowledged. */
    long acknowledged(Action.Kind kind) {
        return actions(kind).stream()
                .filter(action -> !action.acknowledgements().isEmpty())
                .count();
    }

    /** Answers that say the service itself was at a loss. */
    List<String> errors() {
        return actions.values().stream()
                .flatMap(action -> action.given().stream()
                        .filter(given -> given.status() == 500)
                        .map(given -> action.id() + ": " + given.body()))
                .toList();
    }

    private void learn(JsonNode line) {
        if (line.has("asks")) {
            String id = line.path("asks").asText();
            actions.computeIfAbsent(
                    id,
                    first -> new Asked(
                            id,
                            Action.Kind.valueOf(line.path("kind").asText()),
                            line.path("path").asText(),
                            line.path("body").asText(),
                            new ArrayList<>(),
                            new ArrayList<>()));
        } else if (line.has("answered")) {
            actions.get(line.path("answered").asText())
                    .given()
                    .add(new Given(
                            line.path("status").asInt(),
                            line.path("tag").asText(),
                            line.path("body").asText()));
        } else {
            actions.get(line.path("unanswered").asText())
                    .silences()
                    .add(line.path("why").asText());
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal has a line that is no JSON: " + line, e);
        }
    }
}
