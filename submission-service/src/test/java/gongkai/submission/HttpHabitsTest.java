package gongkai.submission;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import org.junit.jupiter.api.Test;

/** Behaviour that any HTTP client may expect. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class HttpHabitsTest {

    @Test
    void head_answers_as_get_does_without_the_body() {
        String collection = Given.openCollection();

        given().head("/v1/collections/" + collection)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body(emptyString());
    }

    @Test
    void options_says_what_an_address_takes() {
        given().options("/v1/forms").then().statusCode(200).header("Allow", containsString("GET"));
    }

    @Test
    void a_long_answer_is_compressed_for_who_asks_for_it() {
        given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get("/v1/forms/xxgk-2021")
                .then()
                .statusCode(200)
                .header("Content-Encoding", equalTo("gzip"));
    }

    @Test
    void a_page_of_an_origin_that_nobody_named_may_not_call() {
        given().header("Origin", "https://somewhere.example")
                .header("Access-Control-Request-Method", "PUT")
                .options("/v1/forms")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void form_files_have_a_schema_that_is_served() {
        given().get("/v1/forms/schema")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body(containsString("$defs"));
    }
}
