package gongkai.publication.edition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gongkai.publication.Clerk;
import gongkai.publication.Owner;
import gongkai.publication.report.SampleTotals;
import gongkai.publication.report.TotalsFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guarantees that the database itself gives for editions, even to its owner. */
@QuarkusTest
class EditionSchemaTest {

    private final String report = "schema-" + UUID.randomUUID();

    @Inject
    TotalsFixture totalsFixture;

    @Inject
    Owner database;

    @BeforeEach
    void an_edition_is_published() {
        totalsFixture.receive(SampleTotals.complete().of(report));
        assertThat(new Clerk(report).published().statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update edition set published_by = 'somebody else'",
                "delete from edition",
                "truncate edition cascade",
                "truncate report cascade"
            })
    void an_edition_is_never_changed(String attempt) {
        byte[] before = given().get("/v1/reports/{report}/editions/1", report).asByteArray();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(attempt))
                .withMessageContaining("A published edition never changes");
        assertThat(given().get("/v1/reports/{report}/editions/1", report).asByteArray())
                .isEqualTo(before);
    }

    @Test
    void a_number_is_given_once() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> insert("1, now(), '王主任', null, 7, 0, '{}'::bytea, encode(sha256('{}'), 'hex')"))
                .withMessageContaining("edition_number_is_unique");
    }

    @Test
    void a_document_is_kept_with_its_own_digest() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> insert("2, now(), '王主任', '更正', 7, 0, '{}'::bytea, encode(sha256('[]'), 'hex')"))
                .withMessageContaining("digest_is_of_the_document");
    }

    @Test
    void a_correction_has_a_reason() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> insert("2, now(), '王主任', null, 7, 0, '{}'::bytea, encode(sha256('{}'), 'hex')"))
                .withMessageContaining("correction_has_a_reason");
    }

    private void insert(String values) throws SQLException {
        execute("""
                insert into edition (bureau, form, year, approval, signature, report, number, published_at, published_by,
                  reason, totals_revision, narrative_revision, document, digest)
                select bureau, form, year, approval, signature, report, %2$s
                from edition
                where report = '%1$s' and number = 1
                """.formatted(report, values));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
