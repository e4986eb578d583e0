package gongkai.publication.publicapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.publication.Clerk;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.xml.XmlPath;
import io.restassured.path.xml.config.XmlPathConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One edition in every format that it is read in. */
@QuarkusTest
class FormatsTest {

    private static final String TITLE = "银川市兴庆区司法局2018年政府信息公开工作年度报告";

    private final String report = "formats-" + UUID.randomUUID();

    private final Clerk clerk = new Clerk(report);

    @Inject
    TotalsFixture totalsFixture;

    @BeforeEach
    void a_report_is_published() {
        totalsFixture.receive(SampleTotals.complete().of(report));
        clerk.write("一、概述", "全年主动公开**政府信息**{{1.1}}。\n\n- 网站公开{{1.2.2}}\n- <script>alert(1)</script>")
                .review();
        assertThat(clerk.publish(clerk.approved(), null).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        ".json, application/json",
        ".html, text/html",
        ".csv, text/csv",
        ".xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".pdf, application/pdf"
    })
    void a_suffix_asks_for_what_accept_asks_for(String suffix, String type) {
        Response bySuffix = given().get("/v1/reports/" + report + suffix);
        Response byAccept = given().accept(type).get("/v1/reports/" + report);
        Response edition = given().get("/v1/reports/%s/editions/1%s".formatted(report, suffix));

        for (Response answer : List.of(bySuffix, byAccept, edition)) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith(type);
        }
        assertThat(byAccept.asByteArray()).isEqualTo(bySuffix.asByteArray());
        assertThat(given().header("If-None-Match", bySuffix.header("ETag"))
                        .get("/v1/reports/" + report + suffix)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void the_formats_have_tags_of_their_own() {
        assertThat(given().get("/v1/reports/%s.html".formatted(report)).header("ETag"))
                .isNotEqualTo(
                        given().get("/v1/reports/%s.json".formatted(report)).header("ETag"));
        assertThat(given().get("/v1/reports/" + report).header("Vary")).contains("Accept");
    }

    @Test
    void a_browser_that_says_what_browsers_say_gets_the_page() {
        Response page = given().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get("/v1/reports/" + report);

        assertThat(page.contentType()).startsWith("text/html");
    }

    @Test
    void the_page_has_the_text_the_table_and_what_they_mean() {
        XmlPath page = page();

        assertThat(page.getString("html.head.title")).isEqualTo(TITLE);
        assertThat(page.getString("html.@lang")).isEqualTo("zh-Hans");
        assertThat(page.getString("html.body.main.section[0].h2")).isEqualTo("一、概述");
        assertThat(page.getString("html.body.main.section[0].p.strong")).isEqualTo("政府信息");
        assertThat(page.getString("html.body.main.div.table.caption")).isEqualTo("政府信息公开情况统计表");
        assertThat(page.getString("html.body.main.div.table.tbody.tr[1].th")).isEqualTo("（一）主动公开政府信息数");
        assertThat(page.getString("html.body.main.div.table.tbody.tr[1].td[1]")).isEqualTo("12");
        assertThat(page.getString("html.body.main.div.table.tbody.tr[1].td[0]")).isEqualTo("条");
    }

    @Test
    void the_page_shows_what_the_years_were() {
        String bureau = "bureau-" + UUID.randomUUID();
        for (int year = 2017; year <= 2018; year++) {
            String code = report + "-" + year;
            totalsFixture.receive(SampleTotals.complete()
                    .of(code)
                    .withBureauCode(bureau)
                    .ofYear(year)
                    .withFigure("1.1", Integer.toString(year - 2000)));
            new Clerk(code).published();
        }

        String page = given().get("/v1/reports/%s-2018.html".formatted(report)).asString();

        assertThat(page).contains("近五年主动公开政府信息数（条）：2017年 17；2018年 18。");
    }

    @Test
    void html_in_a_text_is_shown_and_not_run() {
        String page = given().get("/v1/reports/%s.html".formatted(report)).asString();

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[信息](javascript:alert(1))", "![图](file:///etc/passwd)", "[信息](data:text/html,x)"})
    void links_lead_to_pages_only(String link) {
        clerk.write("一、概述", link).review();
        clerk.publish(clerk.approved(), "改写");

        assertThat(given().get("/v1/reports/%s.html".formatted(report)).asString())
                .doesNotContain("\"javascript:", "\"file:", "\"data:");
        assertThat(given().get("/v1/reports/%s.pdf".formatted(report)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_page_needs_nothing_inline_that_a_policy_would_have_to_allow() {
        String page = given().get("/v1/reports/%s.html".formatted(report)).asString();

        assertThat(page).doesNotContain("<style", "style=", "onclick");
        assertThat(given().get("/assets/report.css").statusCode()).isEqualTo(200);
    }

    @Test
    void the_workbook_has_numbers_that_can_be_added_up() throws IOException {
        byte[] xlsx = given().get("/v1/reports/%s.xlsx".formatted(report)).asByteArray();

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo(TITLE);
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).endsWith("（一）主动公开政府信息数");
            assertThat(sheet.getRow(4).getCell(2).getNumericCellValue()).isEqualTo(12);
        }
    }

    @Test
    void the_csv_has_a_line_for_each_figure() {
        String csv = given().get("/v1/reports/%s.csv".formatted(report)).asString();

        assertThat(csv.lines().toList())
                .hasSize(5)
                .contains("1.1,（一）主动公开政府信息数,条,12,,2,0,0", "7,七、依申请公开信息收取的费用,万元,0.25,,2,0,0");
    }

    @Test
    void the_word_document_has_the_text_and_the_table_in_chinese() throws IOException {
        byte[] docx = given().get("/v1/reports/%s.docx".formatted(report)).asByteArray();

        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains(TITLE, "一、概述", "全年主动公开政府信息12条。", "• 网站公开12条", "（一）主动公开政府信息数");
        }
    }

    @Test
    void the_pdf_has_chinese_text_and_the_glyphs_for_it() throws IOException {
        byte[] pdf = given().get("/v1/reports/%s.pdf".formatted(report)).asByteArray();

        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper();
            text.setSortByPosition(true);
            assertThat(text.getText(document)).contains(TITLE, "一、概述", "全年主动公开政府信息12条。", "（一）主动公开政府信息数");
            for (var font : document.getPage(0).getResources().getFontNames()) {
                PDFont embedded = document.getPage(0).getResources().getFont(font);
                assertThat(embedded.isEmbedded()).as(embedded.getName()).isTrue();
            }
        }
    }

    @Test
    void columns_that_belong_together_have_words_above_them() throws IOException {
        String applicants = report + "-applicants";
        totalsFixture.receive(SampleTotals.complete().of(applicants).withTableOfApplicants());
        new Clerk(applicants).published();

        assertThat(page(applicants).getList("html.body.main.div[1].table.thead.tr[0].th.collect { it.text() }"))
                .containsExactly("指标", "自然人", "法人或其他组织", "总计");
        assertThat(page(applicants).getString("html.body.main.div[1].table.thead.tr[0].th[2].@colspan"))
                .isEqualTo("2");
        assertThat(page(applicants).getList("html.body.main.div[1].table.thead.tr[1].th.collect { it.text() }"))
                .containsExactly("商业企业", "科研机构");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(applicants + ".xlsx")))) {
            var sheet = workbook.getSheetAt(1);
            assertThat(sheet.getMergedRegions()).contains(CellRangeAddress.valueOf("C3:D3"));
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("法人或其他组织");
            assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("科研机构");
            assertThat(sheet.getRow(4).getCell(4).getNumericCellValue()).isEqualTo(6);
        }
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes(applicants + ".docx")))) {
            var head = document.getTables().get(1).getRows();
            assertThat(head.get(0).getTableCells())
                    .extracting(XWPFTableCell::getText)
                    .containsExactly("指标", "自然人", "法人或其他组织", "总计");
            assertThat(head.get(1).getTableCells())
                    .extracting(XWPFTableCell::getText)
                    .containsExactly("", "", "商业企业", "科研机构", "");
        }
    }

    @Test
    void what_a_spreadsheet_would_take_for_a_formula_is_text() throws IOException {
        String formula = report + "-formula";
        totalsFixture.receive(SampleTotals.complete().of(formula).withLabel("1.1", "=HYPERLINK(\"http://x\",\"y\")"));
        new Clerk(formula).published();

        String csv = given().get("/v1/reports/%s.csv".formatted(formula)).asString();
        assertThat(csv).contains("1.1,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",条,12");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(formula + ".xlsx")))) {
            var cell = workbook.getSheetAt(0).getRow(4).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).endsWith("=HYPERLINK(\"http://x\",\"y\")");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".html", ".csv"})
    void what_is_text_is_compressed_for_who_asks_for_it(String suffix) {
        given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get("/v1/reports/" + report + suffix)
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"));
    }

    @Test
    void every_format_that_is_read_as_text_says_what_numbers_are_and_what_was_corrected() throws IOException {
        String corrected = report + "-corrected";
        var hand = new Clerk(corrected);
        totalsFixture.receive(SampleTotals.complete().of(corrected));
        hand.published();
        totalsFixture.receive(SampleTotals.complete().of(corrected).revision(8).withFigure("1.2.4", "5"));
        hand.write("一、概述", "全年承办提案7件。").review();
        JsonNode open = hand.findings().at("/numbers/0");
        hand.decide(Map.of("subject", open.path("id").asText(), "kind", "outside", "reason", "统计表不统计提案"));
        hand.publish(hand.approved(), "补报微信条数");

        String[] said = {"更正公告", "理由：补报微信条数", "4.政务微信公开政府信息数", "4 → 5", "工作平稳有序。", "数据说明", "“全年承办提案7件。”", "7：统计表不统计提案"};
        assertThat(given().get("/v1/reports/%s.html".formatted(corrected)).asString())
                .contains(said);
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes(corrected + ".docx")));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains(said);
        }
        try (var document = Loader.loadPDF(bytes(corrected + ".pdf"))) {
            assertThat(new PDFTextStripper().getText(document)).contains(said);
        }
    }

    private static byte[] bytes(String file) {
        return given().get("/v1/reports/" + file).asByteArray();
    }

    private XmlPath page() {
        return page(report);
    }

    private static XmlPath page(String report) {
        return given().get("/v1/reports/%s.html".formatted(report))
                .then()
                .extract()
                .htmlPath()
                .using(new XmlPathConfig().charset("UTF-8"));
    }
}
