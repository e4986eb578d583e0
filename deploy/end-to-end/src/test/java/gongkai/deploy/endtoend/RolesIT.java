package gongkai.deploy.endtoend;

import static gongkai.deploy.endtoend.AccessTable.ANYBODY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.deploy.local.Person;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls every operation as a stranger and as every role, and compares the answers with the table in {@code deploy/access.md}. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesIT {

    private static final String CODE = "roles-2018";
    private static final String UNKNOWN = "none-2018";
    private static final String UNIT = "township-1";
    private static final String ADMINISTRATOR = "platform-administrator";
    private static final String CLERK = "unit-clerk";

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private static final Duration LONGER_THAN_A_TEST = Duration.ofHours(1);

    /** HTTP/2 servers close the connection of a client that leaves many answers half-read, as we do. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final AccessTable TABLE = AccessTable.read();

    private final Platform platform;
    private final Bureau bureau;
    private final JsonNode bodies;
    private byte[] workbook;

    RolesIT(Platform platform) throws IOException {
        this.platform = platform;
        this.bureau = Bureau.reporting(platform, CODE);
        this.bodies = new ObjectMapper().readTree(RolesIT.class.getResourceAsStream("/bodies.json"));
    }

    @BeforeAll
    void there_is_something_behind_every_address() {
        bureau.openCollection();
        bureau.submitAll();
        bureau.awaitEveryUnitCounted();
        bureau.publish();
        workbook = bureau.to(Service.SUBMISSION)
                .accept("*/*")
                .get(bureau.submissionOf(UNIT) + "/workbook")
                .asByteArray();
    }

    static Stream<Operation> operations() {
        return Stream.of(Service.values()).map(Operation::of).flatMap(List::stream);
    }

    static Stream<Operation> operationsOfBureaus() {
        return operations()
                .filter(Operation::isOfABureau)
                .filter(operation -> !rolesOfBureaus(operation).isEmpty());
    }

    static Stream<Operation> operationsOfClerks() {
        return operations()
                .filter(Operation::isOfAUnit)
                .filter(operation -> allowed(operation).contains(CLERK));
    }

    /** The roles that are held in one bureau alone; none for an operation that is open to anybody. */
    private static Set<String> rolesOfBureaus(Operation operation) {
        Set<String> roles = new TreeSet<>(allowed(operation));
        roles.remove(ADMINISTRATOR);
        return roles.contains(ANYBODY) ? Set.of() : roles;
    }

    @ParameterizedTest
    @EnumSource
    void the_table_has_every_operation_and_no_others(Service service) {
        Set<String> operations =
                Operation.of(service).stream().map(Operation::id).collect(Collectors.toSet());

        assertThat(TABLE.operations(service)).isEqualTo(operations);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void an_operation_is_open_to_whom_the_table_says_and_to_nobody_else(Operation operation) {
        Set<String> allowed = allowed(operation);
        boolean open = allowed.contains(ANYBODY);

        int stranger = call(operation, null, CODE).status;
        assertThat(REFUSED.contains(stranger))
                .as("a stranger is told %d", stranger)
                .isEqualTo(!open);
        if (!open) {
            assertThat(stranger).isEqualTo(401);
        }
        for (String role : Person.ROLES) {
            int status = call(operation, inTheBureau(role), CODE).status;
            if (open || allowed.contains(role)) {
                assertThat(status).as(role).isNotIn(REFUSED).isLessThan(500);
            } else {
                assertThat(status).as(role).isEqualTo(403);
            }
        }
        assertThat(operation.secured()).as("so says the interface").isEqualTo(!open);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operationsOfBureaus")
    void what_is_another_bureaus_does_not_exist(Operation operation) {
        for (String role : rolesOfBureaus(operation)) {
            Answer others = call(operation, inAnother(role), CODE);
            Answer nothing = call(operation, inAnother(role), UNKNOWN);
            assertThat(others.status).as(role).isEqualTo(404);
            assertThat(others.body
                            .replace(CODE, UNKNOWN)
                            .replace(bureau.sample().bureau(), UNKNOWN))
                    .as(role)
                    .isEqualTo(nothing.body);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operationsOfClerks")
    void what_is_another_units_does_not_exist_for_a_clerk(Operation operation) {
        Person another = Person.unitClerk(bureau.sample().bureau(), "township-2");

        assertThat(call(operation, another, CODE).status).isEqualTo(404);
    }

    private static Set<String> allowed(Operation operation) {
        return TABLE.mayCall(operation.service(), operation.id())
                .orElseThrow(() -> new AssertionError("The table lacks " + operation));
    }

    private Person inTheBureau(String role) {
        return in(bureau.sample().bureau(), role);
    }

    private static Person inAnother(String role) {
        return in("another-bureau", role);
    }

    private static Person in(String code, String role) {
        return switch (role) {
            case CLERK -> Person.unitClerk(code, UNIT);
            case ADMINISTRATOR -> Person.platformAdministrator();
            default -> Person.of(role, code);
        };
    }

    private record Answer(int status, String body) {}

    private Answer call(Operation operation, Person person, String code) {
        var request = HttpRequest.newBuilder(uri(operation, code))
                .timeout(Duration.ofSeconds(30))
                .method(
                        operation.method(),
                        operation.contentType() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(body(operation, person)));
        if (operation.contentType() != null) {
            request.header("Content-Type", operation.contentType());
        }
        if (person != null) {
            request.header("Authorization", "Bearer " + platform.issuer().token(person, LONGER_THAN_A_TEST));
        }
        try {
            HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                // The body of a success may be a stream without end.
                return new Answer(
                        response.statusCode(),
                        response.statusCode() < 400 ? "" : new String(body.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(Operation operation, String code) {
        String path = operation
                .path()
                .replace("{collection}", code)
                .replace("{report}", code)
                .replace("{bureau}", code.equals(CODE) ? bureau.sample().bureau() : code)
                .replace("{unit}", UNIT)
                .replace("{indicator}", "1.1")
                .replace("{form}", "xxgk-2014")
                .replace("{subject}", "number-0123456789abcdef")
                .replaceAll("\\{(number|edition|id)}", "1");
        String query = operation.queries().stream()
                .map(name -> "%s=%s".formatted(name, name.equals("with") ? code : "xingqing-justice"))
                .collect(Collectors.joining("&"));
        return platform.uri(operation.service()).resolve(query.isEmpty() ? path : path + "?" + query);
    }

    /** A valid body, so that the operation is not refused for its content. */
    private byte[] body(Operation operation, Person person) {
        boolean administrator = person != null && person.roles().contains(ADMINISTRATOR);
        return switch (operation.id()) {
            case "uploadWorkbook" -> workbook;
            case "uploadCsv" -> "code,figure\n1.1,12\n".getBytes(UTF_8);
            case "openCollection" -> bureau.sample().collection().toString().getBytes(UTF_8);
            case "report", "validate" ->
                bureau.sample().submissions().get(UNIT).toString().getBytes(UTF_8);
            // Closing a collection and changing it otherwise are for two roles.
            case "changeCollection" ->
                bodies.path(administrator ? "changeCollection" : "closeCollection")
                        .toString()
                        .getBytes(UTF_8);
            default -> bodies.path(operation.id()).toString().getBytes(UTF_8);
        };
    }
}
