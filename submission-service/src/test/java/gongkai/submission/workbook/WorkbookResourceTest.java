package gongkai.submission.workbook;

import static gongkai.submission.Given.figures;
import static gongkai.submission.Given.openCollection;
import static gongkai.submission.Given.path;
import static gongkai.submission.Given.read;
import static gongkai.submission.Given.report;
import static gongkai.submission.Given.submission;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gongkai.submission.Given;
import gongkai.submission.RealPlatform;
import gongkai.submission.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class WorkbookResourceTest {

    private static final String FORM = "统计表";
    private static final String CHECKS = "校核";
    private static final int FIGURE_COLUMN = 3;

    @Test
    void the_form_of_2014_comes_back_as_it_would_as_json() throws Exception {
        Map<String, Object> figures = figures("1.1", 12, "1.2.2", 12, "3.1.1", 3, "3.2.1", 2, "3.3.2", 1, "3.3.4.3", 1);
        figures.put("8.4", new BigDecimal("0.3"));
        Given.SUBTOTALS.forEach(figures::remove);

        comesBackAsItWouldAsJson(openCollection(), figures);
    }

    @Test
    void the_form_of_2021_comes_back_as_it_would_as_json() throws Exception {
        String collection = openWithForm("xxgk-2021");
        List<String> cells = given().get("/v1/forms/xxgk-2021").path("indicators.code");
        Map<String, Object> figures = new TreeMap<>();
        cells.stream()
                .filter(cell -> !cell.matches("2\\..*\\.c7|2\\.3\\.7\\..*|3\\..*\\.c5"))
                .forEach(cell -> figures.put(cell, 0));
        figures.putAll(Map.of("2.1.c1", 5, "2.1.c4", 2, "2.3.1.c1", 3, "2.3.3.8.c4", 1, "2.4.c1", 2, "2.4.c4", 1));
        figures.putAll(
                Map.of("3.1.c2", 4, "3.3.c4", 7, "1.6", new BigDecimal("123456.789012"), "1.3", 999_999_999_999L));

        comesBackAsItWouldAsJson(collection, figures);
    }

    /** One unit reports as JSON, another, the same figures, in its workbook. */
    private static void comesBackAsItWouldAsJson(String collection, Map<String, Object> figures) throws IOException {
        report(collection, "office", submission(figures)).then().statusCode(201);
        byte[] filled = filled(collection, "centre", figures, "李文");

        upload(collection, "centre", filled)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("source", equalTo("workbook"));

        assertThat(stated(collection, "centre")).isEqualTo(stated(collection, "office"));
    }

    private static Map<String, Object> stated(String collection, String unit) {
        Map<String, Object> stated = read(collection, unit).jsonPath().getMap("");
        stated.keySet().retainAll(List.of("values", "derived", "notApplicable", "state", "submittedBy"));
        return stated;
    }

    @Test
    void the_same_workbook_again_has_no_further_effect() throws Exception {
        String collection = openCollection();
        byte[] filled = filled(collection, "centre", figures(), "李文");
        upload(collection, "centre", filled).then().statusCode(201);

        upload(collection, "centre", filled).then().statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void what_was_reported_goes_out_and_comes_back_unchanged() throws Exception {
        String collection = openCollection();
        Map<String, Object> figures = figures("8.4", new BigDecimal("0.1"), "9.3", 4);
        Given.SUBTOTALS.forEach(figures::remove);
        List.of("5.1", "5.2", "5.3", "6").forEach(figures::remove);
        Map<String, Object> submission = submission(figures);
        submission.put("notApplicable", List.of("5", "5.1", "5.2", "5.3", "6"));
        submission.put("explanations", Map.of("F5", "由区政府办统一组织培训"));
        submission.put("remarks", "=1+1 不是公式");
        report(collection, "centre", submission).then().statusCode(201);

        upload(collection, "centre", download(collection, "centre"))
                .then()
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("remarks", equalTo("=1+1 不是公式"))
                .body("notApplicable", hasItems("5", "5.1", "6"))
                .body("explanations.F5", equalTo("由区政府办统一组织培训"));
    }

    @Test
    void blank_0_and_not_applicable_are_three_things() throws Exception {
        String collection = openCollection();
        byte[] filled = edited(filled(collection, "centre", figures(), "李文"), workbook -> {
            figure(workbook, "6").setBlank();
            figure(workbook, "7").setCellValue("不适用");
            figure(workbook, "9.1").setCellValue("n/a");
        });

        upload(collection, "centre", filled)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-figures"))
                .body("errors.indicator", equalTo(List.of("6")))
                .body("errors.rule", equalTo(List.of("reported")));
        upload(collection, "centre", filled, "draft")
                .then()
                .statusCode(201)
                .body("state", equalTo("draft"))
                .body("notApplicable", equalTo(List.of("7", "9.1")))
                .body("values.'8.1'", equalTo(0))
                .body("values", not(hasKey("6")));
    }

    @Test
    void a_figure_is_exactly_the_one_that_excel_shows() throws Exception {
        String collection = openCollection();
        byte[] filled = edited(
                filled(collection, "centre", figures(), "李文"),
                workbook -> figure(workbook, "8.4").setCellValue(0.1 + 0.2));

        upload(collection, "centre", filled).then().statusCode(201);

        assertThat(read(collection, "centre").asString()).contains("\"8.4\":0.3,");
    }

    @Test
    void findings_name_their_cell() throws Exception {
        String collection = openCollection();
        byte[] filled = edited(filled(collection, "centre", figures("1.1.a", 5), "李文"), workbook -> {
            figure(workbook, "6").setCellValue("十二");
            figure(workbook, "9.1").setCellValue(-1);
            figure(workbook, "9.2").setCellValue(1.5);
        });

        upload(collection, "centre", filled)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-figures"))
                .body("errors.rule", hasItems("number", "not-negative", "decimals", "B1"))
                .body("errors.sheet", hasItem(FORM))
                .body("errors.find { it.rule == 'number' }.cell", equalTo(address(filled, "6")))
                .body("errors.find { it.rule == 'B1' }.cell", equalTo(address(filled, "1.1.a")))
                .body("errors.find { it.rule == 'B1' }.pointer", equalTo("/values/1.1.a"));
    }

    @Test
    void a_warning_wants_its_explanation_and_names_its_cell() throws Exception {
        String collection = openCollection();
        byte[] filled = filled(collection, "centre", figures("9.3", 4), "李文");

        upload(collection, "centre", filled)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/warnings-unexplained"))
                .body("errors[0].cell", equalTo(address(filled, "9.2")));
        byte[] explained =
                edited(filled, workbook -> explanation(workbook, "F5").setCellValue("由区政府办统一组织培训"));
        upload(collection, "centre", explained)
                .then()
                .statusCode(201)
                .body("explanations.F5", equalTo("由区政府办统一组织培训"))
                .body("findings[0].cell", equalTo(address(filled, "9.2")));
    }

    @Test
    void a_workbook_that_names_nobody_is_refused() throws Exception {
        String collection = openCollection();

        upload(collection, "centre", filled(collection, "centre", figures(), null))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", equalTo(List.of("/submittedBy")));
    }

    @Test
    void a_workbook_of_an_older_revision_is_refused_unless_if_match_says_otherwise() throws Exception {
        String collection = openCollection();
        byte[] before = filled(collection, "centre", figures("6", 1), "李文");
        report(collection, "centre", submission(figures("6", 2))).then().statusCode(201);

        upload(collection, "centre", before).then().statusCode(412).body("type", equalTo("/problems/stale-revision"));
        given().contentType(WorkbookResource.XLSX)
                .header("If-Match", "\"1\"")
                .body(before)
                .put(workbook(collection, "centre"))
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("values.'6'", equalTo(1));
    }

    @Test
    void a_workbook_of_another_unit_collection_or_form_is_refused() throws Exception {
        String collection = openCollection();
        String other = openCollection();
        byte[] filled = filled(collection, "centre", figures(), "李文");

        isRefused(upload(collection, "office", filled), "file-of-another-unit", "centre");
        isRefused(upload(other, "centre", filled), "file-of-another-collection", collection);
        byte[] otherForm = edited(
                filled,
                workbook -> workbook.getSheet("gongkai").getRow(4).getCell(0).setCellValue("xxgk-2021"));
        isRefused(upload(collection, "centre", otherForm), "file-of-another-form", "xxgk-2014");
    }

    @Test
    void a_workbook_that_was_not_downloaded_here_is_refused() throws Exception {
        String collection = openCollection();
        byte[] filled = filled(collection, "centre", figures(), "李文");

        isRefused(
                upload(collection, "centre", edited(filled, workbook -> workbook.removeSheetAt(2))),
                "workbook-not-ours",
                "下载");
        byte[] older = edited(
                filled,
                workbook -> workbook.getSheet("gongkai").getRow(0).getCell(0).setCellValue("0"));
        isRefused(upload(collection, "centre", older), "workbook-of-another-version", "重新下载");
    }

    @Test
    void a_renamed_or_missing_sheet_and_moved_rows_are_refused() throws Exception {
        String collection = openCollection();
        byte[] filled = filled(collection, "centre", figures(), "李文");

        byte[] renamed = edited(filled, workbook -> workbook.setSheetName(0, "我的表"));
        isRefused(upload(collection, "centre", renamed), "workbook-sheet-missing", FORM);
        byte[] missing = edited(filled, workbook -> workbook.removeSheetAt(1));
        isRefused(upload(collection, "centre", missing), "workbook-sheet-missing", CHECKS);
        byte[] moved = edited(filled, workbook -> workbook.getSheet(FORM).shiftRows(12, 14, 100));
        isRefused(upload(collection, "centre", moved), "workbook-rearranged", "重新下载")
                .body("errors.cell", hasItem("A13"));
    }

    @Test
    void a_formula_in_the_place_of_a_figure_is_refused_with_its_cell() throws Exception {
        String collection = openCollection();
        byte[] filled = edited(filled(collection, "centre", figures(), "李文"), workbook -> {
            figure(workbook, "6").setCellFormula("1+1");
            figure(workbook, "7").setCellFormula("WEBSERVICE(\"http://example.org/\")");
        });

        isRefused(upload(collection, "centre", filled), "formula-in-figure", "数值")
                .body("errors.cell", equalTo(List.of(address(filled, "6"), address(filled, "7"))));
    }

    @Test
    void what_is_no_workbook_is_refused() throws Exception {
        String collection = openCollection();
        byte[] filled = filled(collection, "centre", figures(), "李文");

        isRefused(upload(collection, "centre", "1.1,12".getBytes(StandardCharsets.UTF_8)), "not-a-workbook", "xlsx");
        isRefused(upload(collection, "centre", new byte[0]), "not-a-workbook", "xlsx");
        byte[] cut = Arrays.copyOf(filled, filled.length / 2);
        isRefused(upload(collection, "centre", cut), "not-a-workbook", "xlsx");
        byte[] entities = repacked(
                filled,
                "xl/worksheets/sheet1.xml",
                xml -> xml.replace(
                        "<worksheet", "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet"));
        isRefused(upload(collection, "centre", entities), "not-a-workbook", "xlsx");
        given().contentType(ContentType.JSON)
                .body("{}")
                .put(workbook(collection, "centre"))
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void an_encrypted_workbook_is_refused() throws Exception {
        String collection = openCollection();
        var encrypted = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(container)) {
                out.write(download(collection, "centre"));
            }
            container.writeFilesystem(encrypted);
        }

        isRefused(upload(collection, "centre", encrypted.toByteArray()), "workbook-encrypted", "密码");
    }

    @Test
    void a_workbook_with_macros_is_refused() throws Exception {
        String collection = openCollection();
        byte[] filled = filled(collection, "centre", figures(), "李文");

        isRefused(upload(collection, "centre", with(filled, "xl/vbaProject.bin", 10)), "workbook-with-macros", "宏");
        byte[] typed = repacked(
                filled,
                "[Content_Types].xml",
                types -> types.replace(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
        isRefused(upload(collection, "centre", typed), "workbook-with-macros", "宏");
    }

    @Test
    void a_zip_bomb_is_refused() throws Exception {
        String collection = openCollection();
        byte[] bomb = with(download(collection, "centre"), "xl/media/image1.png", 1_000_000_000);

        assertThat(bomb).hasSizeLessThan(1_500_000);
        isRefused(upload(collection, "centre", bomb), "workbook-too-large-inside", "解压");
    }

    @Test
    void a_workbook_may_be_larger_than_other_requests_within_reason() {
        String collection = openCollection();

        isRefused(upload(collection, "centre", new byte[5 * 1024 * 1024]), "not-a-workbook", "xlsx");
        upload(collection, "centre", new byte[5 * 1024 * 1024 + 1])
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/content-too-large"));
    }

    @Test
    void refusals_speak_english_where_it_is_asked_for() {
        given().contentType(WorkbookResource.XLSX)
                .header("Accept-Language", "en")
                .body("text".getBytes(StandardCharsets.UTF_8))
                .put(workbook(openCollection(), "centre"))
                .then()
                .statusCode(422)
                .body("detail", containsString("Download the workbook again"));
    }

    @Test
    void a_unit_that_is_not_asked_has_no_workbook() {
        given().get(workbook(openCollection(), "stranger"))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/unit-not-on-roster"));
    }

    @Test
    void the_file_has_a_safe_name_and_its_revision() {
        String collection = openCollection();

        given().get(workbook(collection, "centre"))
                .then()
                .statusCode(200)
                .contentType(WorkbookResource.XLSX)
                .header("ETag", "\"0\"")
                .header("Content-Disposition", "attachment; filename=\"%s-centre.xlsx\"".formatted(collection));
    }

    @Test
    void all_is_locked_but_what_is_to_be_filled_in() throws Exception {
        try (var workbook = open(download(openCollection(), "centre"))) {
            XSSFSheet form = workbook.getSheet(FORM);

            assertThat(form.getProtect()).isTrue();
            assertThat(workbook.getSheet(CHECKS).getProtect()).isTrue();
            assertThat(workbook.getSheetVisibility(2)).isEqualTo(SheetVisibility.VERY_HIDDEN);
            assertThat(figure(workbook, "6").getCellStyle().getLocked()).isFalse();
            assertThat(figure(workbook, "3.1").getCellStyle().getLocked()).isTrue();
            assertThat(form.getRow(row(form, "6")).getCell(1).getCellStyle().getLocked())
                    .isTrue();
            assertThat(form.getDataValidations()).hasSize(figures().size() - Given.SUBTOTALS.size());
        }
    }

    @Test
    void subtotals_and_checks_are_computed_in_the_workbook_itself() throws Exception {
        String collection = openCollection();
        Map<String, Object> figures = figures("3.1.1", 2, "3.1.4", 5, "1.1.a", 3, "9.3", 1);
        List.of("3.3.7", "5.1", "5.2", "5.3", "4.1").forEach(figures::remove);
        byte[] filled = edited(filled(collection, "centre", figures, "李文"), workbook -> {
            List.of("5.1", "5.2", "5.3").forEach(code -> figure(workbook, code).setCellValue("不适用"));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        try (var workbook = open(filled)) {
            assertThat(figure(workbook, "3.1").getNumericCellValue()).isEqualTo(7);
            assertThat(figure(workbook, "5").getStringCellValue()).isEqualTo("不适用");
            assertThat(figure(workbook, "4").getStringCellValue()).isEmpty();
            assertThat(standing(workbook, "S1")).isEqualTo("✔");
            assertThat(standing(workbook, "B1")).isEqualTo("✘");
            assertThat(standing(workbook, "F5")).isEqualTo("✘");
            assertThat(standing(workbook, "F4")).isEqualTo("—");
            assertThat(standing(workbook, "F2")).isEqualTo("—");
        }
    }

    @Test
    void a_cell_takes_what_the_service_would_take() throws Exception {
        try (var workbook = open(download(openCollection(), "centre"))) {
            assertThat(takes(workbook, "6", 0)).isTrue();
            assertThat(takes(workbook, "6", 999_999_999_999L)).isTrue();
            assertThat(takes(workbook, "6", 1e12)).isFalse();
            assertThat(takes(workbook, "6", -1)).isFalse();
            assertThat(takes(workbook, "6", 1.5)).isFalse();
            assertThat(takes(workbook, "8.4", 1.5)).isTrue();
            assertThat(takes(workbook, "6", "不适用")).isTrue();
            assertThat(takes(workbook, "6", "N/A")).isTrue();
            assertThat(takes(workbook, "6", "十二")).isFalse();
        }
    }

    /** Asks the rule of a cell's data validation, as Excel does when something is typed. */
    private static boolean takes(XSSFWorkbook workbook, String indicator, Object typed) {
        XSSFCell cell = figure(workbook, indicator);
        if (typed instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue((String) typed);
        }
        String rule = workbook.getSheet(FORM).getDataValidations().stream()
                .filter(validation ->
                        validation.getRegions().getCellRangeAddresses()[0].isInRange(cell))
                .map(validation -> validation.getValidationConstraint().getFormula1())
                .findFirst()
                .orElseThrow();
        Cell scratch = workbook.getSheet(FORM).createRow(500).createCell(0);
        scratch.setCellFormula(rule);
        return workbook.getCreationHelper()
                .createFormulaEvaluator()
                .evaluate(scratch)
                .getBooleanValue();
    }

    @Test
    void broken_rules_turn_red_and_orange_in_the_form_itself() throws Exception {
        try (var workbook = open(download(openCollection(), "centre"))) {
            XSSFSheet form = workbook.getSheet(FORM);
            figure(workbook, "1.1").setCellValue(1);
            figure(workbook, "1.1.a").setCellValue(2);
            var formatting = form.getSheetConditionalFormatting();
            List<XSSFConditionalFormattingRule> ofFigure = Stream.iterate(0, i -> i + 1)
                    .limit(formatting.getNumConditionalFormattings())
                    .map(formatting::getConditionalFormattingAt)
                    .filter(mark -> Stream.of(mark.getFormattingRanges())
                            .anyMatch(range -> range.isInRange(figure(workbook, "1.1.a"))))
                    .map(mark -> mark.getRule(0))
                    .toList();

            // B1 is broken; B8 looks at a figure that is still blank.
            Cell scratch = form.createRow(500).createCell(0);
            List<Boolean> broken = ofFigure.stream()
                    .map(rule -> {
                        scratch.setCellFormula(rule.getFormula1());
                        var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
                        return evaluator.evaluate(scratch).getBooleanValue();
                    })
                    .toList();
            assertThat(broken).containsExactly(true, false);
            assertThat(ofFigure.get(0).getPatternFormatting().getFillBackgroundColorColor())
                    .isNotEqualTo(ofFigure.get(1).getPatternFormatting().getFillBackgroundColorColor());
        }
    }

    @Test
    void last_years_figure_stands_beside_each_cell() throws Exception {
        String before = "yearly-workbook-2017";
        String now = "yearly-workbook-2018";
        Map<String, Object> earlier = Given.collection(before);
        earlier.put("period", Map.of("from", "2017-01-01", "to", "2017-12-31"));
        Map<String, Object> bureau = Map.of("code", "yearly-workbook", "name", "某区司法局");
        earlier.put("bureau", bureau);
        Map<String, Object> later = Given.collection(now);
        later.put("bureau", bureau);
        Tokens.actIn("yearly-workbook");
        Given.open(earlier).then().statusCode(201);
        Given.open(later).then().statusCode(201);
        report(before, "centre", submission(figures("6", 17))).then().statusCode(201);

        try (var workbook = open(download(now, "centre"));
                var unknown = open(download(now, "office"))) {
            XSSFCell beside = workbook.getSheet(FORM)
                    .getRow(figure(workbook, "6").getRowIndex())
                    .getCell(FIGURE_COLUMN + 1);
            assertThat(beside.getNumericCellValue()).isEqualTo(17);
            assertThat(figure(workbook, "6").toString()).isEmpty();
            assertThat(unknown.getSheet(FORM)
                            .getRow(figure(unknown, "6").getRowIndex())
                            .getCell(FIGURE_COLUMN + 1)
                            .toString())
                    .isEmpty();
        }
    }

    @Test
    void in_english_it_is_in_english_and_can_be_sent_back() throws Exception {
        String collection = openCollection();
        byte[] english = given().header("Accept-Language", "en")
                .get(workbook(collection, "centre"))
                .asByteArray();
        byte[] filled = edited(english, workbook -> {
            fill(workbook.getSheet("Form"), figures(), "Li Wen");
            figure(workbook, "6").setCellValue("N/A");
        });

        upload(collection, "centre", filled).then().statusCode(201).body("notApplicable", equalTo(List.of("6")));
    }

    @Test
    void libreoffice_opens_it_without_repair_and_computes_the_totals(@TempDir Path directory) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice"))),
                "LibreOffice is not installed: apt-get install libreoffice-calc");
        String collection = openCollection();
        byte[] filled = filled(collection, "centre", figures("3.1.1", 31, "3.1.2", 11), "李文");
        Path file = Files.write(directory.resolve("filled.xlsx"), filled);

        Process soffice = new ProcessBuilder(
                        "soffice",
                        "--headless",
                        "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                        "--convert-to",
                        // Comma, quote, UTF-8.
                        "csv:LocalizedText - txt - csv (StarCalc):44,34,76",
                        "--outdir",
                        directory.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("soffice.log").toFile())
                .start();
        boolean ended = soffice.waitFor(120, TimeUnit.SECONDS);
        soffice.destroyForcibly();

        assertThat(ended).isTrue();
        assertThat(Files.readString(directory.resolve("filled.csv")))
                .contains("政府信息公开情况统计表", "法律援助中心", "3.1.1", ",42,");
    }

    private static String openWithForm(String form) {
        String code = "workbook-" + form;
        Map<String, Object> collection = Given.collection(code);
        collection.put("form", form);
        Given.open(collection).then().statusCode(201);
        return code;
    }

    private static ValidatableResponse isRefused(Response response, String type, String words) {
        return response.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("detail", containsString(words));
    }

    private static String workbook(String collection, String unit) {
        return path(collection, unit) + "/workbook";
    }

    private static byte[] download(String collection, String unit) {
        return given().get(workbook(collection, unit)).asByteArray();
    }

    private static Response upload(String collection, String unit, byte[] workbook) {
        return given().contentType(WorkbookResource.XLSX).body(workbook).put(workbook(collection, unit));
    }

    private static Response upload(String collection, String unit, byte[] workbook, String state) {
        return given().contentType(WorkbookResource.XLSX)
                .queryParam("state", state)
                .body(workbook)
                .put(workbook(collection, unit));
    }

    /** The unit's workbook, with these figures typed in by somebody; null for nobody. */
    private static byte[] filled(String collection, String unit, Map<String, Object> figures, String by)
            throws IOException {
        return edited(download(collection, unit), workbook -> {
            fill(workbook.getSheet(FORM), figures, by);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
    }

    private static void fill(XSSFSheet sheet, Map<String, Object> figures, String by) {
        Map<String, Object> left = new HashMap<>(figures);
        figures.forEach((code, figure) -> {
            XSSFCell cell = figure(sheet.getWorkbook(), code);
            // A clerk cannot type over what is locked.
            if (!cell.getCellStyle().getLocked()) {
                cell.setCellValue(((Number) figure).doubleValue());
            }
            left.remove(code);
        });
        assertThat(left).isEmpty();
        if (by != null) {
            sheet.getRow(3).getCell(1).setCellValue(by);
        }
    }

    private static byte[] edited(byte[] file, Consumer<XSSFWorkbook> edit) throws IOException {
        try (var workbook = open(file)) {
            edit.accept(workbook);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    /** The cell of an indicator, as a clerk finds it: by the row's code, and the column's place in the form's table. */
    private static XSSFCell figure(XSSFWorkbook workbook, String indicator) {
        XSSFSheet sheet = workbook.getSheetAt(0);
        int row = row(sheet, indicator);
        int column = 0;
        if (row < 0) {
            int dot = indicator.lastIndexOf('.');
            row = row(sheet, indicator.substring(0, dot));
            String name = indicator.substring(dot + 1);
            column = name.startsWith("c")
                    ? Integer.parseInt(name.substring(1)) - 1
                    : List.of("issued", "repealed", "in-force").indexOf(name);
        }
        return sheet.getRow(row).getCell(FIGURE_COLUMN + 2 * column);
    }

    private static int row(Sheet sheet, String code) {
        for (Row row : sheet) {
            Cell cell = row.getCell(0);
            if (row.getRowNum() > 5 && cell != null && cell.toString().equals(code) && row.getCell(1) != null) {
                return row.getRowNum();
            }
        }
        return -1;
    }

    private static String address(byte[] file, String indicator) throws IOException {
        try (var workbook = open(file)) {
            return new CellReference(figure(workbook, indicator)).formatAsString(false);
        }
    }

    private static XSSFCell explanation(XSSFWorkbook workbook, String rule) {
        return workbook.getSheet(CHECKS).getRow(ruleRow(workbook, rule)).getCell(7);
    }

    private static String standing(XSSFWorkbook workbook, String rule) {
        return workbook.getSheet(CHECKS)
                .getRow(ruleRow(workbook, rule))
                .getCell(6)
                .getStringCellValue();
    }

    private static int ruleRow(XSSFWorkbook workbook, String rule) {
        for (Row row : workbook.getSheet(CHECKS)) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(rule)) {
                return row.getRowNum();
            }
        }
        throw new AssertionError("No rule " + rule);
    }

    /** The same file with one more part in it, of so many zeros. */
    private static byte[] with(byte[] file, String part, int zeros) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(part));
            var block = new byte[100_000];
            for (int written = 0; written < zeros; written += block.length) {
                zip.write(block, 0, Math.min(block.length, zeros - written));
            }
        }
        return out.toByteArray();
    }

    private static byte[] repacked(byte[] file, String part, UnaryOperator<String> edit) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                boolean wanted = entry.getName().equals(part);
                zip.write(
                        wanted
                                ? edit.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return out.toByteArray();
    }
}
