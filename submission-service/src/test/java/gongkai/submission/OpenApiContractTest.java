package gongkai.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed interface is the one that is served. After a change on purpose: {@code mvn test -Dcontract.update}. */
@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class OpenApiContractTest {

    private static final Path COMMITTED = Path.of("src/main/contract/openapi.yaml");

    @Test
    void the_interface_is_the_committed_one() throws Exception {
        String served = given().get("/openapi/submission").asString();
        if (System.getProperty("contract.update") != null) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(served).isEqualTo(Files.readString(COMMITTED));
    }
}
