package gongkai.deploy.endtoend;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import gongkai.deploy.local.FreePort;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A Keycloak of its own for a test, with the realm that a clone of the repository brings. */
final class Keycloak implements AutoCloseable {

    private static final Duration STARTUP = Duration.ofMinutes(5);
    private static final String ADMINISTRATOR = "administrator";

    private final Process process;
    private final String uri;
    private final String password;

    private Keycloak(Process process, String uri, String password) {
        this.process = process;
        this.uri = uri;
        this.password = password;
    }

    /** @param folder that is the test's own, for its log */
    static Keycloak start(Path home, Path folder) throws IOException {
        Path realm = SharedPlatform.HOME.root().resolve("deploy/keycloak/gongkai-realm.json");
        Path imported = Files.createDirectories(home.resolve("data/import"));
        Files.copy(realm, imported.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        String port = String.valueOf(FreePort.any());
        String password = UUID.randomUUID().toString();
        var builder = new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        Path log = folder.resolve("keycloak.log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        var keycloak = new Keycloak(process, "http://127.0.0.1:" + port, password);
        try {
            await("Keycloak; see " + log)
                    .atMost(STARTUP)
                    .failFast(() -> !process.isAlive())
                    .ignoreExceptions()
                    .until(() -> given().get(keycloak.issuer()).statusCode() == 200);
        } catch (RuntimeException e) {
            keycloak.close();
            throw new IOException(Files.readString(log), e);
        }
        return keycloak;
    }

    String issuer() {
        return uri + "/realms/gongkai";
    }

    /** Of one of the realm's clients that act by themselves. */
    String token(String client) {
        return token(client, secret(client));
    }

    /** Of a client that the realm lets do other things than ours. */
    String tokenOfAnotherSystem() {
        String client = "another-system";
        given().auth()
                .oauth2(administrator())
                .contentType("application/json")
                .body(Map.of(
                        "clientId",
                        client,
                        "publicClient",
                        false,
                        "serviceAccountsEnabled",
                        true,
                        "attributes",
                        Map.of("access.token.header.type.rfc9068", "true"),
                        "defaultClientScopes",
                        List.of("basic")))
                .post(uri + "/admin/realms/gongkai/clients")
                .then()
                .statusCode(201);
        return token(client);
    }

    private String token(String client, String secret) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", client)
                .formParam("client_secret", secret)
                .post(issuer() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private String secret(String client) {
        String id = administered("/clients?clientId=" + client).getString("[0].id");
        return administered("/clients/%s/client-secret".formatted(id)).getString("value");
    }

    private JsonPath administered(String path) {
        return given().auth()
                .oauth2(administrator())
                .get(uri + "/admin/realms/gongkai" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String administrator() {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", ADMINISTRATOR)
                .formParam("password", password)
                .post(uri + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** The script and the Java that it starts. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
