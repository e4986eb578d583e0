package gongkai.publication.trail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import gongkai.deploy.local.VerifyAudit;
import gongkai.publication.Owner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
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
class TrailTest {

    /** What PostgreSQL says to whoever may not. */
    private static final String NOT_ALLOWED = "42501";

    private final String bureau = "bureau-" + UUID.randomUUID();

    @Inject
    Trail trail;

    @Inject
    DataSource service;

    @Inject
    Owner owner;

    @BeforeEach
    void three_deeds_are_sealed() {
        for (int number = 1; number <= 3; number++) {
            Deed deed = deed(number);
            QuarkusTransaction.requiringNew().run(() -> auditLog.append(deed));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> verify().contains("3 entries, the last at position 3"));
    }

    @Test
    void what_nobody_touched_is_well() {
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
                + "delete from audit.audit_seal where bureau = '%1$s' and position = 2");

        assertThat(verify()).startsWith("✗ ").contains("position 2: removed");
    }

    @Test
    void re_ordered_entries_are_named_with_their_former_places() throws SQLException {
        tamper("update audit.audit_seal set position = 4 where bureau = '%1$s' and position = 1;"
                + "update audit.audit_seal set position = 1 where bureau = '%1$s' and position = 3;"
                + "update audit.audit_seal set position = 3 where bureau = '%1$s' and position = 4");

        assertThat(verify())
                .startsWith("✗ ")
                .contains("position 1: re-ordered, this was sealed at position 3")
                .contains("position 3: re-ordered, this was sealed at position 1");
    }

    @Test
    void a_deed_that_was_not_done_leaves_no_entry() {
        QuarkusTransaction.begin();
        auditLog.append(deed(4));
        QuarkusTransaction.rollback();

        assertThat(verify()).contains("3 entries").doesNotContain("not sealed");
    }

    @Test
    void an_entry_that_waits_for_its_seal_for_over_a_minute_shows_in_the_health() throws SQLException {
        try (var inPlaceOfTheSealer = owner.getConnection();
                var statement = inPlaceOfTheSealer.createStatement()) {
            inPlaceOfTheSealer.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(%d)".formatted(Seals.SEALER));
            owner.execute("""
                    insert into audit.audit_entry (at, subject, roles, action, bureau, resource)
                    values (now() - interval '61 seconds', 'somebody', '[]', 'somethingDone', '%s', '/v1/anything')
                    """.formatted(bureau));

            given().get("/q/health/group/data")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'audit-trail' }.status", equalTo("DOWN"));
            given().get("/q/health/ready").then().statusCode(200);
        }
        await().untilAsserted(() -> given().get("/q/health/group/data").then().statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.audit_entry set reason = 'another'",
                "delete from audit.audit_entry",
                "truncate audit.audit_entry",
                "update audit.audit_seal set hash = ''",
                "delete from audit.audit_seal",
                "truncate audit.audit_seal",
                "alter table audit.audit_entry disable trigger all",
                "drop table audit.audit_seal",
                "update edition set published_by = 'somebody else'",
                "delete from edition",
                "create table anything (value int)",
                "drop table edition cascade"
            })
    void the_service_may_neither_change_nor_remove_what_is_for_ever(String attempt) {
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
    void the_owner_does_not_change_the_trail_by_a_slip() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> owner.execute("delete from audit.audit_entry"))
                .withMessageContaining("The audit trail is never changed");
    }

    private Deed deed(int number) {
        return new Deed(bureau, "unit-" + number, "/v1/anything", "王核", null, Map.of("revision", number), "the reason");
    }

    private void tamper(String sql) throws SQLException {
        for (String table : new String[] {"audit.audit_entry", "audit.audit_seal"}) {
            owner.execute("alter table %s disable trigger user".formatted(table));
        }
        owner.execute(sql.formatted(bureau));
        for (String table : new String[] {"audit.audit_entry", "audit.audit_seal"}) {
            owner.execute("alter table %s enable trigger user".formatted(table));
        }
    }

    /** What deploy/verify says of this test's bureau. */
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
