package gongkai.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One bureau's year as files: the bodies of the requests that collect and publish it, and what must come out.
 *
 * @param submissions by unit, in the roster's order
 * @param publication who decides what of the narrative, and who reviews, approves and publishes it
 * @param expected the published figures by indicator, in the form's order
 */
public record Sample(
        JsonNode collection,
        Map<String, JsonNode> submissions,
        JsonNode narrative,
        JsonNode publication,
        Map<String, BigDecimal> expected) {

    public static Sample read(Path directory) {
        JsonNode collection = json(directory.resolve("collection.json"));
        var submissions = new LinkedHashMap<String, JsonNode>();
        for (JsonNode unit : collection.path("units")) {
            String code = unit.path("code").asText();
            submissions.put(code, json(directory.resolve("submissions").resolve(code + ".json")));
        }
        var expected = new LinkedHashMap<String, BigDecimal>();
        json(directory.resolve("expected.json"))
                .properties()
                .forEach(figure ->
                        expected.put(figure.getKey(), figure.getValue().decimalValue()));
        return new Sample(
                collection,
                submissions,
                json(directory.resolve("narrative.json")),
                json(directory.resolve("publication.json")),
                expected);
    }

    /** The same figures for a collection of another name, which can be collected beside this one. */
    public Sample as(String code) {
        ObjectNode renamed = collection.deepCopy();
        return new Sample(renamed.put("collection", code), submissions, narrative, publication, expected);
    }

    /** The collection's code, which is the report's too. */
    public String code() {
        return collection.path("collection").asText();
    }

    /** The bureau of the report. */
    public String bureau() {
        return collection.at("/bureau/code").asText();
    }

    private static JsonNode json(Path file) {
        try {
            return ServiceClient.JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The sample cannot be read: " + file, e);
        }
    }
}
