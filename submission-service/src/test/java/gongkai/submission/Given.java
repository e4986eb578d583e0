package gongkai.submission;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Fixtures and verbs for tests of the HTTP interface. */
public final class Given {

    /** The subtotals of form xxgk-2014, which a unit may leave out. */
    public static final List<String> SUBTOTALS = List.of("3.1", "3.2", "3.3", "3.3.4", "4", "5", "8.3");

    private static final AtomicInteger COLLECTIONS = new AtomicInteger();

    private Given() {}

    /** An open collection of units {@code office} and {@code centre}, of its own for each test. */
    public static String openCollection() {
        String code = "bureau-2018-" + COLLECTIONS.incrementAndGet();
        open(collection(code)).then().statusCode(201);
        return code;
    }

    public static Map<String, Object> collection(String code) {
        return new HashMap<>(Map.of(
                "collection",
                code,
                "bureau",
                Map.of("code", "bureau", "name", "某区司法局"),
                "period",
                Map.of("from", "2018-01-01", "to", "2018-12-31"),
                "form",
                "xxgk-2014",
                "compiledBy",
                "office",
                "deadline",
                "2019-01-31T10:00:00Z",
                "units",
                List.of(
                        Map.of("code", "office", "name", "办公室", "kind", "科室"),
                        Map.of("code", "centre", "name", "法律援助中心", "kind", "法律援助中心"))));
    }

    /** Every figure of form xxgk-2014 reported as 0, but for those given as code, figure, code, figure … */
    public static Map<String, Object> figures(Object... codesAndFigures) {
        Map<String, Object> figures = new TreeMap<>();
        FORM_2014.forEach(code -> figures.put(code, 0));
        for (int i = 0; i < codesAndFigures.length; i += 2) {
            figures.put((String) codesAndFigures[i], codesAndFigures[i + 1]);
        }
        return figures;
    }

    public static Map<String, Object> submission(Map<String, Object> figures) {
        return new HashMap<>(Map.of("state", "submitted", "values", figures, "submittedBy", "李文"));
    }

    public static Response open(Map<String, Object> collection) {
        return given().contentType(ContentType.JSON).body(collection).post("/v1/collections");
    }

    public static Response report(String collection, String unit, Map<String, Object> submission) {
        return given().contentType(ContentType.JSON).body(submission).put(path(collection, unit));
    }

    public static Response report(String collection, String unit, Map<String, Object> submission, long seen) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", "\"%d\"".formatted(seen))
                .body(submission)
                .put(path(collection, unit));
    }

    public static Response close(String collection) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("state", "closed", "changedBy", "王核"))
                .patch("/v1/collections/" + collection);
    }

    public static Response read(String collection, String unit) {
        return given().get(path(collection, unit));
    }

    public static String path(String collection, String unit) {
        return "/v1/collections/%s/units/%s/submission".formatted(collection, unit);
    }

    private static final List<String> FORM_2014 = Stream.of(
                    "1.1 1.1.a 1.1.b 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5",
                    "2.1 2.2.1 2.2.1.a 2.2.2 2.2.2.a 2.2.3 2.2.4 2.2.5",
                    "3.1 3.1.1 3.1.2 3.1.3 3.1.4 3.2 3.2.1 3.2.2",
                    "3.3 3.3.1 3.3.2 3.3.3 3.3.4 3.3.4.1 3.3.4.2 3.3.4.3 3.3.4.4 3.3.4.5 3.3.4.6 3.3.5 3.3.6 3.3.7 3.3.8",
                    "4 4.1 4.2 4.3 5 5.1 5.2 5.3 6 7",
                    "8.1 8.2 8.3 8.3.1 8.3.2 8.4 9.1 9.2 9.3")
            .flatMap(line -> Stream.of(line.split(" ")))
            .toList();
}
