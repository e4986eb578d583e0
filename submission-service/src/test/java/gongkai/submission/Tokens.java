package gongkai.submission;

import gongkai.deploy.local.LocalIssuer;
import gongkai.deploy.local.Person;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens for tests. A test that says nothing of access acts as somebody who has every role in the tests' usual bureau. */
public class Tokens implements QuarkusTestBeforeEachCallback {

    private static final Duration VALIDITY = Duration.ofHours(1);

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        actIn("bureau");
    }

    /** For the rest of the test, every caller has all roles in this bureau. */
    public static void actIn(String bureau) {
        RestAssured.authentication = RestAssured.oauth2(of(Person.ofEveryRole(bureau)));
    }

    public static String of(Person person) {
        return issuer().token(person, VALIDITY);
    }

    /** The one whose keys the service under test was given. */
    private static LocalIssuer issuer() {
        String keys = ConfigProvider.getConfig().getValue("mp.jwt.verify.publickey.location", String.class);
        return LocalIssuer.in(Path.of(URI.create(keys)).getParent());
    }
}
