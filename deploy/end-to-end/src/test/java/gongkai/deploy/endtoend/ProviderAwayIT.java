package gongkai.deploy.endtoend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import gongkai.deploy.local.FreePort;
import gongkai.deploy.local.LocalIssuer;
import gongkai.deploy.local.Person;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An identity provider that is away makes nobody's token a bad one. */
@Tag("thorough")
@ExtendWith(SharedPlatform.class)
class ProviderAwayIT {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    /** They answer 404 to a valid token, and 401 to any other. */
    private static final Map<Service, String> ADDRESSES = Map.of(
            Service.SUBMISSION, "/v1/collections/none-2018",
            Service.AGGREGATION, "/v1/totals/none-2018/progress",
            Service.PUBLICATION, "/v1/reports/none-2018/draft");

    @TempDir
    Path folder;

    private final Platform platform;
    private final int port = FreePort.any();

    ProviderAwayIT(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @EnumSource
    void tokens_wait_until_its_keys_are_known_and_are_good_from_then_on(Service service) throws IOException {
        URI address = instance(service).resolve(ADDRESSES.get(service));
        LocalIssuer successor = LocalIssuer.in(folder);

        assertWaits(call(address, platform.issuer()));
        HttpServer provider = showing(platform.issuer());
        await().atMost(A_WHILE).until(() -> call(address, platform.issuer()).statusCode() == 404);
        provider.stop(0);

        try (var hangs = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            assertThat(call(address, platform.issuer()).statusCode()).isEqualTo(404);
            await().atMost(A_WHILE).untilAsserted(() -> assertWaits(call(address, successor)));
            assertThat(hangs.isClosed()).isFalse();
        }
        provider = showing(successor);
        await().atMost(A_WHILE).until(() -> call(address, successor).statusCode() == 404);
        assertThat(call(address, platform.issuer()).statusCode()).isEqualTo(401);
        provider.stop(0);
    }

    private URI instance(Service service) {
        return platform.startAnother(
                service, Map.of("MP_JWT_VERIFY_PUBLICKEY_LOCATION", "http://127.0.0.1:%d/keys".formatted(port)));
    }

    private HttpServer showing(LocalIssuer issuer) throws IOException {
        byte[] keys = Files.readAllBytes(Path.of(issuer.publicKeys()));
        var provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        provider.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        provider.start();
        return provider;
    }

    private static Response call(URI address, LocalIssuer issuer) {
        return given().auth()
                .oauth2(issuer.token(Person.of("auditor", "a-bureau"), Duration.ofMinutes(5)))
                .get(address);
    }

    private static void assertWaits(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", equalTo("3"))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/identity-provider-away"));
    }
}
