package gongkai.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import gongkai.chassis.Owner;
import gongkai.chassis.RealPlatform;
import gongkai.chassis.Tokens;
import gongkai.deploy.local.VerifyAudit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class AuditLogTest {

    /** PostgreSQL's SQLSTATE for insufficient privilege. */
    private static final String NOT_ALLOWED = "42501";

    private final String bureau = "bureau-" + UUID.randomUUID();

    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @Inject
    AuditLog log;

    @Inject
    DataSource service;

    @Inject
    Owner owner;

    @BeforeEach
    void append_three_changes_and_wait_for_their_seal() {
        for (int number = 1; number <= 3; number++) {
            AuditedChange change = change(number);
            QuarkusTransaction.requiringNew().run(() -> log.append(change));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> verify().contains("3 entries, the last at position 3"));
    }

    @Test
    void an_untouched_chain_is_valid() {
        assertThat(verify()).startsWith("✓ ");
    }

    @Test
    void a_changed_entry_is_named() throws SQLException {
        tamper("update audit.audit_entry set reason = 'another' where bureau = '%s' and unit = 'unit-2'");

        assertThat(verify())
                .startsWith("✗ ")
                .contains("position 2: changed since it was sealed")
                .doesNotContain("position 1:", "position 3:");
    }

    @Test
    void a_removed_entry_is_named() throws SQLException {
        tamper("delete from audit.audit_entry where bureau = '%s' and unit = 'unit-2'");

        assertThat(verify()).startsWith("✗ ").contains("position 2: removed, only the seal is left");
    }

    @Test
    void an_entry_that_was_removed_with_its_seal_is_named() throws SQLException {
        tamper("delete from audit.audit_entry where bureau = '%1$s' and unit = 'unit-2';"
                + "delete from audit.audit_chain where bureau = '%1$s' and position = 2");

        assertThat(verify()).startsWith("✗ ").contains("position 2: removed");
    }

    @Test
    void re_ordered_entries_are_named_with_their_former_places() throws SQLException {
        tamper("update audit.audit_chain set position = 4 where bureau = '%1$s' and position = 1;"
                + "update audit.audit_chain set position = 1 where bureau = '%1$s' and position = 3;"
                + "update audit.audit_chain set position = 3 where bureau = '%1$s' and position = 4");

        assertThat(verify())
                .startsWith("✗ ")
                .contains("position 1: re-ordered, this was sealed at position 3")
                .contains("position 3: re-ordered, this was sealed at position 1");
    }

    @Test
    void a_change_that_was_rolled_back_leaves_no_entry() {
        QuarkusTransaction.begin();
        log.append(change(4));
        QuarkusTransaction.rollback();

        assertThat(verify()).contains("3 entries").doesNotContain("not sealed");
    }

    @Test
    void an_entry_that_waits_for_its_seal_for_over_a_minute_shows_in_the_health() throws SQLException {
        try (var inPlaceOfTheWriter = owner.getConnection();
                var statement = inPlaceOfTheWriter.createStatement()) {
            inPlaceOfTheWriter.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(%d)".formatted(HashChain.WRITERS_LOCK));
            owner.execute("""
                    insert into audit.audit_entry (at, subject, roles, action, bureau, resource)
                    values (now() - interval '61 seconds', 'somebody', '[]', 'somethingDone', '%s', '/v1/anything')
                    """.formatted(bureau));

            given().get(health + "/group/data")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'audit-log' }.status", equalTo("DOWN"));
            given().get(health + "/ready").then().statusCode(200);
        }
        await().untilAsserted(() -> given().get(health + "/group/data").then().statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.audit_entry set reason = 'another'",
                "delete from audit.audit_entry",
                "truncate audit.audit_entry",
                "update audit.audit_chain set hash = ''",
                "delete from audit.audit_chain",
                "truncate audit.audit_chain",
                "alter table audit.audit_entry disable trigger all",
                "drop table audit.audit_chain",
                "create table anything (value int)"
            })
    void the_service_can_neither_change_nor_remove_entries(String attempt) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> {
                    try (var connection = service.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute(attempt);
                    }
                })
                .extracting(SQLException::getSQLState)
                .isEqualTo(NOT_ALLOWED);
    }

    @Test
    void the_owner_does_not_change_the_log_by_mistake() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> owner.execute("delete from audit.audit_entry"))
                .withMessageContaining("The audit log is never changed");
    }

    @Test
    void an_entry_names_the_caller_and_the_operation() {
        Tokens.actIn(bureau);
        given().contentType("application/json")
                .body("{\"name\": \"one\"}")
                .post("/v1/samples/audited")
                .then()
                .statusCode(204);

        await().untilAsserted(() -> given().get("/v1/audit-log/sample?after=3")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].position", equalTo(4))
                .body("items[0].entry.action", equalTo("changeSample"))
                .body("items[0].entry.bureau", equalTo(bureau))
                .body("items[0].entry.after.name", equalTo("one"))
                .body("items[0].entry.subject", not(equalTo("sample-service"))));
        given().get("/v1/audit-log/sample?limit=1").then().body("items[0].entry.subject", equalTo("sample-service"));
    }

    private AuditedChange change(int number) {
        return new AuditedChange(
                bureau, "unit-" + number, "/v1/anything", "王核", null, Map.of("revision", number), "the reason");
    }

    private void tamper(String sql) throws SQLException {
        for (String table : new String[] {"audit.audit_entry", "audit.audit_chain"}) {
            owner.execute("alter table %s disable trigger user".formatted(table));
        }
        owner.execute(sql.formatted(bureau));
        for (String table : new String[] {"audit.audit_entry", "audit.audit_chain"}) {
            owner.execute("alter table %s enable trigger user".formatted(table));
        }
    }

    /** The report of deploy/verify on this test's bureau. */
    private String verify() {
        var said = new StringWriter();
        new CommandLine(new VerifyAudit())
                .setOut(new PrintWriter(said, true))
                .execute("--audit", "--database", owner.url());
        String all = said.toString();
        int start = Math.max(0, all.indexOf(bureau) - "✓ ".length());
        int end = all.indexOf('\n', start);
        while (all.startsWith("\n  ", end)) {
            end = all.indexOf('\n', end + 1);
        }
        return all.substring(start, Math.max(start, end));
    }
}
