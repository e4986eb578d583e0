package gongkai.submission.csv;

import static gongkai.submission.Given.figures;
import static gongkai.submission.Given.openCollection;
import static gongkai.submission.Given.path;
import static gongkai.submission.Given.read;
import static gongkai.submission.Given.report;
import static gongkai.submission.Given.submission;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import gongkai.submission.RealPlatform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class CsvResourceTest {

    @Test
    void it_goes_out_for_excel_and_comes_back_unchanged() {
        String collection = openCollection();
        Map<String, Object> figures = figures("8.4", new BigDecimal("0.1"), "9.3", 4);
        figures.remove("3.1");
        figures.remove("6");
        Map<String, Object> submission = submission(figures);
        submission.put("notApplicable", List.of("6"));
        submission.put("explanations", Map.of("F5", "由区政府办“统一”组织, 见\"通知\""));
        submission.put("remarks", "=HYPERLINK(\"http://example.org\")\n第二行");
        report(collection, "centre", submission).then().statusCode(201);

        Response out = given().get(csv(collection, "centre"));

        out.then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("ETag", "\"1\"")
                .header("Content-Disposition", "attachment; filename=\"%s-centre.csv\"".formatted(collection));
        assertThat(new String(out.asByteArray(), UTF_8))
                .startsWith("\uFEFFcode,label,measure,figure\r\n")
                .contains("\r\n1.1,（一）主动公开政府信息数,条,0\r\n", "8.4,", ",0.1\r\n", ",不适用\r\n", "\"'=HYPERLINK(\"\"http")
                .doesNotContain(",=", ",\"=");
        upload(collection, "centre", out.asByteArray())
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("source", equalTo("api"));
    }

    @Test
    void utf_8_with_and_without_mark_and_gb18030_are_read() {
        String collection = openCollection();
        String file = csv(figures("9.1", 3), "备注：㐀");

        upload(collection, "centre", file.getBytes(Charset.forName("GB18030")))
                .then()
                .statusCode(201)
                .body("source", equalTo("csv"))
                .body("remarks", equalTo("备注：㐀"))
                .body("submittedBy", equalTo("李文"))
                .body("values.'9.1'", equalTo(3));
        upload(collection, "centre", file.getBytes(UTF_8))
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
        upload(collection, "centre", ("\uFEFF" + file).getBytes(UTF_8))
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
    }

    @Test
    void columns_go_by_their_names_and_blank_0_and_not_applicable_are_three_things() {
        String collection = openCollection();

        upload(collection, "centre", "说明,FIGURE,Code\r\n甲,0,6\r\n乙,,7\r\n\r\n丙,N/A,9.1\r\n,李文,#submittedBy", "draft")
                .then()
                .statusCode(201)
                .body("state", equalTo("draft"))
                .body("values", equalTo(Map.of("6", 0)))
                .body("notApplicable", equalTo(List.of("9.1")));
    }

    @Test
    void findings_name_their_line() {
        String collection = openCollection();

        upload(collection, "centre", "code,figure\n6,十二\n7,1.2E+11\n\n9.1,-1\n10.1,5\n#submittedBy,李文\n", "draft")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-figures"))
                .body("errors.find { it.indicator == '6' }.line", equalTo(2))
                .body("errors.find { it.indicator == '7' }.rule", equalTo("number"))
                .body("errors.find { it.indicator == '7' }.line", equalTo(3))
                .body("errors.find { it.indicator == '9.1' }.line", equalTo(5))
                .body("errors.find { it.indicator == '10.1' }.rule", equalTo("known-indicator"))
                .body("errors.find { it.indicator == '10.1' }.line", equalTo(6));
    }

    @Test
    void a_change_names_the_revision_it_was_made_on() {
        String collection = openCollection();
        report(collection, "centre", submission(figures("6", 1))).then().statusCode(201);
        String change = csv(figures("6", 2), "改");

        upload(collection, "centre", change).then().statusCode(428);
        upload(collection, "centre", change + "#revision,0\n")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale-revision"));
        upload(collection, "centre", change + "#revision,1\n")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        assertThat(read(collection, "centre").<Integer>path("values.'6'")).isEqualTo(2);
    }

    @Test
    void the_file_of_another_unit_is_refused() {
        String collection = openCollection();
        byte[] office = given().get(csv(collection, "office")).asByteArray();

        isRefused(upload(collection, "centre", office), "file-of-another-unit");
        isRefused(upload(openCollection(), "office", office), "file-of-another-collection");
    }

    @Test
    void what_cannot_be_read_is_refused_with_the_line() {
        String collection = openCollection();

        isRefused(upload(collection, "centre", ""), "csv-header-missing");
        isRefused(upload(collection, "centre", "code;figure\n6;1\n"), "csv-header-missing");
        isRefused(upload(collection, "centre", "code,figure\n6,1\n6,2\n"), "csv-code-twice")
                .body("detail", containsString("第 3 行"));
        isRefused(upload(collection, "centre", "code,figure\n6,\"1\n7,2\n"), "csv-broken");
        isRefused(upload(collection, "centre", "code,figure\n#remarks," + "长".repeat(10_001)), "csv-broken");
        isRefused(upload(collection, "centre", "code,figure\n#revision,一\n"), "csv-revision-unreadable");
        isRefused(upload(collection, "centre", new byte[] {(byte) 0xff, (byte) 0xff, 0x20}), "csv-encoding-unknown");
    }

    @Test
    void a_million_columns_or_rows_are_refused() {
        String collection = openCollection();

        isRefused(upload(collection, "centre", "code,figure" + ",".repeat(1_000_000)), "csv-too-large");
        isRefused(upload(collection, "centre", "code,figure\n" + "6,1\n".repeat(200_000)), "csv-too-large");
    }

    @Test
    void a_warning_wants_its_explanation() {
        String collection = openCollection();
        String file = csv(figures("9.3", 4), "无");

        upload(collection, "centre", file)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/warnings-unexplained"))
                .body("errors.rule", hasItem("F5"));
        upload(collection, "centre", file + "#explanation:F5,'-由区政府办组织\n")
                .then()
                .statusCode(201)
                .body("explanations.F5", equalTo("-由区政府办组织"));
    }

    private static ValidatableResponse isRefused(Response response, String type) {
        return response.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type));
    }

    private static String csv(String collection, String unit) {
        return path(collection, unit) + "/csv";
    }

    private static String csv(Map<String, Object> figures, String remarks) {
        return figures.entrySet().stream()
                .map(figure -> "%s,%s\n".formatted(figure.getKey(), figure.getValue()))
                .collect(Collectors.joining("", "code,figure\n", "#submittedBy,李文\n#remarks,%s\n".formatted(remarks)));
    }

    private static Response upload(String collection, String unit, String file) {
        return upload(collection, unit, file.getBytes(UTF_8));
    }

    private static Response upload(String collection, String unit, String file, String state) {
        return given().contentType(CsvResource.CSV)
                .queryParam("state", state)
                .body(file.getBytes(UTF_8))
                .put(csv(collection, unit));
    }

    private static Response upload(String collection, String unit, byte[] file) {
        return given().contentType(CsvResource.CSV).body(file).put(csv(collection, unit));
    }
}
