package gongkai.publication.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.deploy.local.Person;
import gongkai.publication.Clerk;
import gongkai.publication.Together;
import gongkai.publication.Tokens;
import gongkai.publication.narrative.Section;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** From a draft to an edition: reviewed, approved as it stands, and published as it was approved. */
@QuarkusTest
class PublicationTest {

    private final String report = "report-" + UUID.randomUUID();

    private final Clerk clerk = new Clerk(report);

    @Inject
    TotalsFixture totalsFixture;

    @Test
    void a_report_is_published_with_all_its_figures_and_where_they_come_from() {
        arrive(SampleTotals.complete().withFinding("B3", "warning"));
        clerk.write("一、概述", "2018年主动公开政府信息{{1.1}}。").review();

        Response published = clerk.publish(clerk.approved(), null);

        assertThat(published.statusCode()).isEqualTo(201);
        assertThat(published.header("Location")).endsWith("/v1/reports/%s/editions/1".formatted(report));
        JsonNode edition = published.as(JsonNode.class);
        assertThat(edition.path("report").asText()).isEqualTo(report);
        assertThat(edition.path("edition").asInt()).isEqualTo(1);
        assertThat(edition.path("publishedBy").asText()).isEqualTo("王主任");
        assertThat(edition.has("reason")).isFalse();
        assertThat(edition.at("/bureau/name").asText()).isEqualTo("银川市兴庆区司法局");
        assertThat(edition.at("/period/from").asText()).isEqualTo("2018-01-01");
        assertThat(edition.at("/form/authority").asText()).isEqualTo("国办发〔2014〕32号");
        assertThat(edition.at("/form/tables/0/rows")).hasSize(6);
        assertThat(edition.at("/figures/2/code").asText()).isEqualTo("1.2.4");
        assertThat(edition.at("/figures/2/measure").asText()).isEqualTo("条");
        assertThat(edition.at("/figures/2/value").asInt()).isEqualTo(4);
        assertThat(edition.at("/figures/2/coverage")).hasToString("{\"counted\":2,\"missing\":0,\"notApplicable\":0}");
        assertThat(edition.path("values")).hasToString("{\"1.1\":12,\"1.2.2\":12,\"1.2.4\":4,\"7\":0.25}");
        assertThat(edition.at("/narrative/0/text").asText()).isEqualTo("2018年主动公开政府信息12条。");
        assertThat(edition.at("/steps/drafted/by").asText()).isEqualTo("李文");
        assertThat(edition.at("/steps/reviewed/ticket").asText()).isEqualTo("密审12号");
        assertThat(edition.at("/steps/approved/by").asText()).isEqualTo("王主任");
        assertThat(edition.at("/provenance/totalsRevision").asLong()).isEqualTo(7);
        assertThat(edition.at("/provenance/narrativeRevision").asLong()).isEqualTo(1);
        assertThat(edition.at("/provenance/compiledBy").asText()).isEqualTo("general-office");
        assertThat(edition.at("/provenance/units/1/revision").asLong()).isEqualTo(3);
        assertThat(edition.at("/provenance/units/1/warnings/0/reason").asText()).isEqualTo("由区政府办统一组织培训");
        assertThat(edition.at("/provenance/findings/0/severity").asText()).isEqualTo("warning");
    }

    @Test
    void what_is_published_is_canonical_json_and_served_byte_for_byte() throws Exception {
        arrive(SampleTotals.complete());
        byte[] published = clerk.published().asByteArray();

        Response latest = given().get("/v1/reports/{report}", report);
        Response edition = given().get("/v1/reports/{report}/editions/1", report);

        assertThat(latest.asByteArray()).isEqualTo(published);
        assertThat(edition.asByteArray()).isEqualTo(published);
        assertThat(new JsonCanonicalizer(published).getEncodedUTF8()).isEqualTo(published);
        assertThat(edition.contentType()).startsWith("application/json");
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(published));
        assertThat(latest.header("ETag")).isEqualTo('"' + digest + '"');
        assertThat(edition.header("ETag")).isEqualTo('"' + digest + '"');
        assertThat(latest.header("Content-Location")).endsWith("/v1/reports/%s/editions/1".formatted(report));
        assertThat(latest.header("Last-Modified")).isNotNull();
    }

    @Test
    void readers_who_have_the_edition_are_told_so_in_no_words() {
        arrive(SampleTotals.complete());
        String tag = clerk.published().header("ETag");

        Response latest = given().header("If-None-Match", tag).get("/v1/reports/{report}", report);
        Response edition = given().header("If-None-Match", tag).get("/v1/reports/{report}/editions/1", report);

        for (Response answer : List.of(latest, edition)) {
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.asByteArray()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo(tag);
        }
        assertThat(latest.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(edition.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void the_same_request_again_publishes_nothing_more() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。").review();
        String approved = clerk.approved();
        Response first = clerk.publish(approved, null);
        arrive(SampleTotals.complete().revision(8));

        Response again = clerk.publish(approved, null);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(editions()).hasSize(1);
    }

    @Test
    void a_correction_tells_each_cell_and_paragraph_that_has_changed() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。\n成效明显。").review();
        byte[] first = clerk.publish(clerk.approved(), null).asByteArray();
        arrive(SampleTotals.complete().revision(8).withFigure("1.2.4", "5"));
        clerk.write("一、概述", "工作平稳有序。\n成效比较明显。").review();

        Response correction = clerk.publish(clerk.approved(), "更正政务微信公开信息数");

        assertThat(correction.statusCode()).isEqualTo(201);
        JsonNode edition = correction.as(JsonNode.class);
        assertThat(edition.path("edition").asInt()).isEqualTo(2);
        assertThat(edition.path("reason").asText()).isEqualTo("更正政务微信公开信息数");
        assertThat(edition.at("/correction/of").asInt()).isEqualTo(1);
        assertThat(edition.at("/correction/figures")).hasSize(1);
        assertThat(edition.at("/correction/figures/0/indicator").asText()).isEqualTo("1.2.4");
        assertThat(edition.at("/correction/figures/0/from").asInt()).isEqualTo(4);
        assertThat(edition.at("/correction/figures/0/to").asInt()).isEqualTo(5);
        assertThat(edition.at("/correction/paragraphs"))
                .hasToString("[{\"from\":[\"成效明显。\"],\"kind\":\"changed\",\"section\":\"一、概述\",\"to\":[\"成效比较明显。\"]}]");
        assertThat(given().get("/v1/reports/{report}", report).asByteArray()).isEqualTo(correction.asByteArray());
        assertThat(given().get("/v1/reports/{report}/editions/1", report).asByteArray())
                .isEqualTo(first);
        assertThat(editions())
                .extracting(listed -> listed.path("totalsRevision").asInt())
                .containsExactly(7, 8);
    }

    @Test
    void an_edition_names_the_digest_of_the_one_before() {
        arrive(SampleTotals.complete());
        String first = clerk.published().header("ETag").replace("\"", "");
        clerk.write("一、概述", "工作平稳。").review();

        JsonNode second = clerk.publish(clerk.approved(), "改写").as(JsonNode.class);

        assertThat(second.at("/provenance/previous/edition").asInt()).isEqualTo(1);
        assertThat(second.at("/provenance/previous/digest").asText()).isEqualTo(first);
    }

    @Test
    void a_correction_without_a_reason_is_refused() {
        arrive(SampleTotals.complete());
        clerk.published();
        arrive(SampleTotals.complete().revision(8));

        Response refused = clerk.publish(clerk.approved(), "  ");

        assertProblem(refused, 422, "reason-missing");
        assertThat(editions()).hasSize(1);
    }

    @Test
    void what_nobody_has_approved_is_not_published() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。").review();

        assertProblem(clerk.publish(clerk.hash(), null), 409, "not-approved");
        assertNothingIsPublished();
    }

    @Test
    void a_cell_that_changes_after_the_approval_voids_it_and_is_named() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。").review();
        String approved = clerk.approved();
        arrive(SampleTotals.complete().revision(8).withFigure("1.2.4", "5"));

        Response refused = clerk.publish(approved, null);

        assertProblem(refused, 409, "approval-void");
        JsonNode problem = refused.as(JsonNode.class);
        assertThat(problem.path("detail").asText()).contains("1.2.4 4 → 5");
        assertThat(problem.path("changes"))
                .extracting(change -> change.path("what").asText())
                .containsExactly("figure", "totals");
        assertThat(problem.at("/changes/0")).hasToString("{\"what\":\"figure\",\"at\":\"1.2.4\",\"from\":4,\"to\":5}");
        assertThat(clerk.draft().at("/approval/stands").asBoolean()).isFalse();
        assertNothingIsPublished();
    }

    @Test
    void a_text_that_changes_after_the_approval_voids_it_and_the_review() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。").review();
        String approved = clerk.approved();
        clerk.write("一、概述", "工作有序。");

        Response refused = clerk.publish(approved, null);

        assertProblem(refused, 409, "approval-void");
        assertThat(refused.as(JsonNode.class).path("changes"))
                .extracting(change -> change.path("what").asText())
                .containsExactly("text", "review");
    }

    @Test
    void an_approver_has_seen_the_draft_as_it_is() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。").review();
        String seen = clerk.hash();
        arrive(SampleTotals.complete().revision(8).withFigure("1.1", "13"));

        Response refused = clerk.approve(seen);

        assertProblem(refused, 409, "draft-has-changed");
        assertThat(refused.as(JsonNode.class).path("hash").asText()).isEqualTo(clerk.hash());
    }

    @Test
    void what_has_not_been_reviewed_for_secrecy_is_not_approved() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。");

        assertProblem(clerk.approve(clerk.hash()), 409, "not-reviewed");
    }

    @Test
    void what_the_review_does_not_let_out_is_not_approved() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。");

        clerk.review(
                Map.of("narrativeRevision", 1, "outcome", "do-not-publish", "ticket", "密审13号", "reviewedBy", "赵审"));

        assertProblem(clerk.approve(clerk.hash()), 409, "reviewed-as-secret");
    }

    @Test
    void a_section_that_may_not_be_public_is_replaced_by_the_reason() {
        arrive(SampleTotals.complete());
        clerk.write(List.of(new Section("一、概述", "工作平稳有序。"), new Section("二、案件", "涉密案件7件。")));

        clerk.review(Map.of(
                "narrativeRevision",
                1,
                "outcome",
                "publish-in-part",
                "ticket",
                "密审14号",
                "reviewedBy",
                "赵审",
                "withheld",
                List.of(Map.of("section", 1, "reason", "涉及未公开的办案信息"))));
        Response published = clerk.publish(clerk.approved(), null);

        assertThat(published.statusCode()).isEqualTo(201);
        assertThat(published.asString()).doesNotContain("涉密案件");
        assertThat(published.as(JsonNode.class).at("/narrative/1/text").asText())
                .isEqualTo("（本部分不予公开：涉及未公开的办案信息）");
        assertThat(published
                        .as(JsonNode.class)
                        .at("/steps/reviewed/withheld/0/section")
                        .asText())
                .isEqualTo("二、案件");
    }

    @Test
    void a_review_says_clearly_what_it_withholds() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。");

        Response refused = clerk.review(
                Map.of("narrativeRevision", 1, "outcome", "publish-in-part", "ticket", "密审15号", "reviewedBy", "赵审"));

        assertProblem(refused, 422, "withheld-unclear");
    }

    @Test
    void a_review_is_of_the_text_that_stands() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。");

        Response refused = clerk.review(
                Map.of("narrativeRevision", 2, "outcome", "publish", "ticket", "密审16号", "reviewedBy", "赵审"));

        assertProblem(refused, 412, "stale-revision");
    }

    @Test
    void where_the_bureau_wants_four_eyes_nobody_approves_what_they_wrote() {
        String bureau = "bureau-" + UUID.randomUUID();
        arrive(SampleTotals.complete().withBureauCode(bureau));
        given().contentType(ContentType.JSON)
                .body("{\"fourEyes\":true,\"changedBy\":\"王主任\"}")
                .put("/v1/bureaus/{bureau}/rules", bureau)
                .then()
                .statusCode(200);
        Tokens.actAs(somebody("writer", bureau));
        clerk.write("一、概述", "工作平稳有序。");
        Tokens.actAs(somebody("reviewer", bureau));
        clerk.review();

        // Whatever name is stated.
        assertProblem(clerk.approve(clerk.hash(), "王主任"), 409, "four-eyes-wanted");
        Tokens.actAs(somebody("writer", bureau));
        assertProblem(clerk.approve(clerk.hash(), "王主任"), 409, "four-eyes-wanted");
        Tokens.actAs(somebody("approver", bureau));
        assertThat(clerk.approve(clerk.hash(), "王主任").statusCode()).isEqualTo(200);
    }

    @Test
    void where_the_bureau_wants_four_eyes_nobody_reviews_what_they_wrote() {
        String bureau = "bureau-" + UUID.randomUUID();
        arrive(SampleTotals.complete().withBureauCode(bureau));
        given().contentType(ContentType.JSON)
                .body("{\"fourEyes\":true,\"changedBy\":\"王主任\"}")
                .put("/v1/bureaus/{bureau}/rules", bureau)
                .then()
                .statusCode(200);
        clerk.write("一、概述", "工作平稳有序。").review();
        Tokens.actAs(somebody("approver", bureau));

        assertProblem(clerk.approve(clerk.hash(), "王主任"), 409, "four-eyes-wanted");
    }

    private static Person somebody(String subject, String bureau) {
        return new Person(subject, subject, Person.ROLES, bureau, null);
    }

    @Test
    void missing_units_are_named() {
        arrive(SampleTotals.asPublished());
        clerk.write("一、概述", "工作平稳有序。").review();

        Response refused = clerk.approve(clerk.hash());

        assertProblem(refused, 409, "units-missing");
        assertThat(refused.as(JsonNode.class).path("detail").asText()).contains("1 个单位未报送：综合管理办公室");
    }

    @Test
    void a_report_goes_out_without_a_unit_only_where_it_says_so() {
        arrive(SampleTotals.asPublished());
        clerk.write("一、概述", "工作平稳有序。").review();
        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"机构撤并\",\"statedBy\":\"李文\"}")
                .put("/v1/reports/{report}/omissions/general-office", report)
                .then()
                .statusCode(200);

        JsonNode published = clerk.publish(clerk.approved(), null).as(JsonNode.class);

        assertThat(published.path("omissions"))
                .hasToString("[{\"name\":\"综合管理办公室\",\"reason\":\"机构撤并\",\"unit\":\"general-office\"}]");
        assertThat(published.at("/figures/0/coverage"))
                .hasToString("{\"counted\":1,\"missing\":1,\"notApplicable\":0}");
    }

    @Test
    void an_omission_that_is_revoked_stands_in_the_way_again() {
        arrive(SampleTotals.asPublished());
        given().contentType(ContentType.JSON)
                .body("{\"reason\":\"机构撤并\",\"statedBy\":\"李文\"}")
                .put("/v1/reports/{report}/omissions/general-office", report);

        given().delete("/v1/reports/{report}/omissions/general-office", report)
                .then()
                .statusCode(204);

        assertThat(clerk.draft().path("obstacles"))
                .extracting(obstacle -> obstacle.path("type").asText())
                .contains("/problems/units-missing");
    }

    @Test
    void a_unit_that_nobody_knows_cannot_be_omitted() {
        arrive(SampleTotals.complete());

        Response refused = given().contentType(ContentType.JSON)
                .body("{\"reason\":\"机构撤并\",\"statedBy\":\"李文\"}")
                .put("/v1/reports/{report}/omissions/nobody", report);

        assertProblem(refused, 404, "unit-not-on-roster");
    }

    @Test
    void blanks_and_broken_rules_are_named() {
        arrive(SampleTotals.complete().withoutFigure("1.2.4"));
        clerk.write("一、概述", "工作平稳有序。").review();
        assertProblem(clerk.approve(clerk.hash()), 409, "figures-missing");

        arrive(SampleTotals.complete().revision(8).withFinding("B2[1.2.2]", "error"));

        Response refused = clerk.approve(clerk.hash());
        assertProblem(refused, 409, "rules-broken");
        JsonNode finding = refused.as(JsonNode.class).at("/findings/0");
        assertThat(finding.path("rule").asText()).isEqualTo("B2[1.2.2]");
        assertThat(finding.path("left").asInt()).isEqualTo(13);
    }

    @Test
    void a_reference_to_a_year_that_nobody_reported_stands_in_the_way() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "上年公开{{1.1|previous}}。").review();

        Response refused = clerk.approve(clerk.hash());

        assertProblem(refused, 409, "references-blank");
        assertThat(refused.as(JsonNode.class).path("references")).hasToString("[\"{{1.1|previous}}\"]");
    }

    @Test
    void the_year_before_is_what_the_public_has_read_of_it() {
        String bureau = "bureau-" + UUID.randomUUID();
        totalsFixture.receive(SampleTotals.complete()
                .of(report + "-2017")
                .withBureauCode(bureau)
                .ofYear(2017)
                .withFigure("1.1", "10"));
        arrive(SampleTotals.complete().withBureauCode(bureau));
        clerk.write("一、概述", "主动公开{{1.1}}，比上年{{1.1|change}}，{{1.1|growth}}。").review();

        JsonNode published = clerk.publish(clerk.approved(), null).as(JsonNode.class);

        assertThat(published.at("/narrative/0/text").asText()).isEqualTo("主动公开12条，比上年增加2条，增长20%。");
        assertThat(published.at("/figures/0/previous").asInt()).isEqualTo(10);
        // Figures that were never published are not compared.
        assertThat(published.path("history")).isEmpty();
    }

    @Test
    void an_edition_under_embargo_is_read_when_its_time_has_come() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。").review();
        Instant soon = Instant.now().plusSeconds(3);

        Response made = clerk.publish(clerk.approved(), null, soon.toString());

        assertThat(made.statusCode()).isEqualTo(201);
        assertNothingIsPublished();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get("/v1/reports/{report}", report).statusCode() == 200);
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
    }

    @Test
    void nothing_is_published_in_the_past_or_before_what_it_corrects() {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。").review();
        assertProblem(clerk.publish(clerk.approved(), null, "2019-01-01T00:00:00Z"), 422, "too-early");
        clerk.publish(clerk.approved(), null, "2099-01-01T00:00:00Z");
        clerk.write("一、概述", "工作平稳。").review();

        Response refused = clerk.publish(clerk.approved(), "改写");

        assertProblem(refused, 422, "too-early");
    }

    @Test
    void a_withdrawn_edition_stays_to_be_seen_as_withdrawn() {
        arrive(SampleTotals.complete());
        clerk.published();
        clerk.write("一、概述", "含有个人信息。").review();
        clerk.publish(clerk.approved(), "改写");

        withdraw(2).then().statusCode(200);

        Response gone = given().get("/v1/reports/{report}/editions/2", report);
        assertProblem(gone, 410, "edition-withdrawn");
        assertThat(gone.as(JsonNode.class).path("reason").asText()).isEqualTo("误公开个人信息");
        assertThat(given().get("/v1/reports/{report}", report).jsonPath().getInt("edition"))
                .isEqualTo(1);
        assertThat(editions().get(1).at("/withdrawal/reason").asText()).isEqualTo("误公开个人信息");
        withdraw(1).then().statusCode(200);
        assertProblem(given().get("/v1/reports/{report}", report), 410, "edition-withdrawn");
    }

    @Test
    void readers_may_ask_for_an_edition_and_for_what_stood_at_a_time() {
        arrive(SampleTotals.complete());
        clerk.published();
        Instant between = Instant.now();
        clerk.write("一、概述", "工作平稳。").review();
        clerk.publish(clerk.approved(), "改写");

        assertThat(edition("edition", "1")).isEqualTo(1);
        assertThat(edition("at", between.toString())).isEqualTo(1);
        assertThat(edition("at", "2099-01-01T00:00:00Z")).isEqualTo(2);
        assertProblem(
                given().queryParam("at", "2000-01-01T00:00:00Z").get("/v1/reports/{report}", report),
                404,
                "not-published");
    }

    @Test
    void a_report_that_nobody_knows_is_not_found() {
        assertNothingIsPublished();
        assertProblem(clerk.publish("0".repeat(64), null), 404, "report-unknown");
    }

    @Test
    void a_report_in_the_making_answers_the_public_like_one_that_nobody_knows() {
        List<String> unknown = publicAnswers();
        arrive(SampleTotals.complete());
        List<String> drafted = publicAnswers();
        clerk.write("一、概述", "工作平稳有序。").review();
        clerk.publish(clerk.approved(), null, "2099-01-01T00:00:00Z").then().statusCode(201);
        List<String> embargoed = publicAnswers();
        withdraw(1).then().statusCode(200);
        List<String> withdrawnUnread = publicAnswers();

        assertThat(unknown).allMatch(answer -> answer.startsWith("404 "));
        assertThat(List.of(drafted, embargoed, withdrawnUnread)).containsOnly(unknown);
    }

    @Test
    void clerks_who_press_the_button_together_publish_one_edition() throws Exception {
        arrive(SampleTotals.complete());
        clerk.write("一、概述", "工作平稳有序。").review();
        String approved = clerk.approved();

        List<Response> answers = Together.of(8, i -> clerk.publish(approved, null));

        assertThat(answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())))
                .containsOnly(Map.entry(201, 1L), Map.entry(200, 7L));
        assertThat(editions()).hasSize(1);
    }

    @Test
    void who_publishes_and_what_was_approved_must_be_said() {
        arrive(SampleTotals.complete());

        Response refused = given().contentType(ContentType.JSON)
                .body("{\"publishedBy\":\" \",\"approved\":\"yes\"}")
                .post("/v1/reports/{report}/editions", report);

        assertProblem(refused, 422, "invalid-request");
        assertThat(refused.as(JsonNode.class).path("errors"))
                .extracting(error -> error.path("pointer").asText())
                .containsExactly("/approved", "/publishedBy");
    }

    private void arrive(SampleTotals totals) {
        totalsFixture.receive(totals.of(report));
    }

    private int edition(String parameter, String value) {
        return given().queryParam(parameter, value)
                .get("/v1/reports/{report}", report)
                .jsonPath()
                .getInt("edition");
    }

    private Response withdraw(int edition) {
        return given().contentType(ContentType.JSON)
                .body("{\"reason\":\"误公开个人信息\",\"withdrawnBy\":\"王主任\"}")
                .post("/v1/reports/{report}/editions/{edition}/withdrawal", report, edition);
    }

    private List<JsonNode> editions() {
        return given().get("/v1/reports/{report}/editions", report).jsonPath().getList("items", JsonNode.class);
    }

    private void assertNothingIsPublished() {
        assertProblem(given().get("/v1/reports/{report}", report), 404, "not-published");
        assertProblem(given().get("/v1/reports/{report}/editions", report), 404, "not-published");
        assertProblem(given().get("/v1/reports/{report}/editions/1", report), 404, "not-published");
    }

    /** Each address of the report that is open to the public, as a stranger finds it. */
    private List<String> publicAnswers() {
        return Stream.of("", ".html", "?at=2100-01-01T00:00:00Z", "/editions", "/editions/1", "/editions/1/signature")
                .map(address -> given().auth().none().accept("*/*").get("/v1/reports/" + report + address))
                .map(answer -> answer.statusCode() + " " + answer.asString())
                .toList();
    }

    private static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.as(JsonNode.class).path("type").asText()).isEqualTo("/problems/" + type);
    }
}
