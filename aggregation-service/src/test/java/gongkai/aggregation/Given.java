package gongkai.aggregation;

import static java.util.stream.Collectors.joining;

import java.util.UUID;
import java.util.stream.Stream;

/** Events of the submission-service as JSON, as small as a test needs them. */
public final class Given {

    /** 1.1 is distinct and at least 2.1, which is summed; 7 is money; 8.1 is the bureau's own, as unit {@code office} states it. */
    private static final String FORM = """
            {
              "code": "a-form",
              "title": {"zh": "表", "en": "Form"},
              "tables": [],
              "indicators": [
                {"code": "1.1", "label": {"zh": "公开数", "en": "Items"}, "measure": "条", "scale": 0, "rollUp": "distinct"},
                {"code": "2.1", "label": {"zh": "解读数", "en": "Interpretations"}, "measure": "篇", "scale": 0, "rollUp": "sum"},
                {"code": "7", "label": {"zh": "费用", "en": "Fees"}, "measure": "万元", "scale": 6, "rollUp": "sum"},
                {"code": "8.1", "label": {"zh": "机构数", "en": "Offices"}, "measure": "个", "scale": 0, "rollUp": "bureau"}
              ],
              "rules": [
                {
                  "code": "B1", "severity": "error", "text": {"zh": "解读数不超过公开数", "en": "Interpretations are items"},
                  "left": ["2.1"], "relation": "<=", "right": ["1.1"], "constant": 0, "when": [], "unless": []
                }
              ]
            }
            """;

    private Given() {}

    /** The code of a new collection. */
    public static String code() {
        return "collection-" + UUID.randomUUID();
    }

    public static String announcement(String collection, long revision, String... units) {
        return announced(collection, revision, "open", units);
    }

    public static String closing(String collection, long revision, String... units) {
        return announced(collection, revision, "closed", units);
    }

    /** @param statedValues as JSON objects, separated by commas */
    public static String stating(String collection, long revision, String statedValues, String... units) {
        return announcement(collection, revision, units)
                .replace("\"announcedAt\"", "\"statedValues\": [%s], \"announcedAt\"".formatted(statedValues));
    }

    private static String announced(String collection, long revision, String state, String[] units) {
        return """
                {
                  "collection": "%s", "revision": %d, "state": "%s",
                  "bureau": {"code": "a-bureau", "name": "某局"},
                  "period": {"from": "2018-01-01", "to": "2018-12-31"},
                  "compiledBy": "office", "deadline": "2019-01-31T10:00:00Z",
                  "units": [%s],
                  "form": %s, "announcedAt": "2019-01-05T02:15:00Z"
                }
                """.formatted(
                        collection,
                        revision,
                        state,
                        Stream.of(units)
                                .map(unit -> "{\"code\": \"%1$s\", \"name\": \"%1$s\", \"kind\": \"%2$s\"}"
                                        .formatted(unit, kind(unit)))
                                .collect(joining(", ")),
                        FORM);
    }

    /** Stations and halls are what their names say; all else is a section of the bureau. */
    private static String kind(String unit) {
        return switch (unit) {
            case "station" -> "派出所";
            case "hall" -> "服务大厅";
            default -> "科室";
        };
    }

    /** @param figures as in {@code '1.1': 5, '7': 0.25} */
    public static String submission(String collection, String unit, long revision, String figures) {
        return submission(collection, unit, revision, "submitted", figures);
    }

    public static String submission(String collection, String unit, long revision, String state, String figures) {
        return submission(collection, unit, revision, state, figures, "");
    }

    /** @param indicators that do not apply to the unit, as in {@code '8.1', '8.2'} */
    public static String notApplicable(String collection, String unit, String figures, String indicators) {
        return submission(collection, unit, 1, "submitted", figures, indicators);
    }

    private static String submission(
            String collection, String unit, long revision, String state, String figures, String notApplicable) {
        return """
                {
                  "collection": "%s", "unit": "%s", "revision": %d, "state": "%s", "values": {%s}, "notApplicable": [%s],
                  "derived": [], "submittedBy": "李文", "submittedAt": "2019-01-08T01:30:00Z"
                }
                """.formatted(
                collection, unit, revision, state, figures.replace('\'', '"'), notApplicable.replace('\'', '"'));
    }
}
