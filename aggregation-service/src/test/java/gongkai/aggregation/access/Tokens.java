package gongkai.aggregation.access;

import gongkai.deploy.local.LocalIssuer;
import gongkai.deploy.local.Person;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens for tests. A test that says nothing of access acts as somebody who has every role in the tests' usual bureau. */
public class Tokens implements QuarkusTestBeforeClassCallback {

    private static final Duration VALIDITY = Duration.ofHours(1);

    @Override
    public void beforeClass(Class<?> test) {
        actIn("a-bureau");
    }

    /** From now on the tests act as somebody who has every role in this bureau. */
    public static void actIn(String bureau) {
        RestAssured.authentication = RestAssured.oauth2(of(everyRoleIn(bureau)));
    }

    public static String of(Person person) {
        return issuer().token(person, VALIDITY);
    }

    private static Person everyRoleIn(String bureau) {
        var roles = List.of(
                Role.UNIT_CLERK,
                Role.BUREAU_EDITOR,
                Role.BUREAU_REVIEWER,
                Role.BUREAU_APPROVER,
                Role.AUDITOR,
                Role.PLATFORM_ADMINISTRATOR);
        return new Person("somebody", "李文", roles, bureau, null);
    }

    /** The one whose keys the service under test was given. */
    private static LocalIssuer issuer() {
        String keys = ConfigProvider.getConfig().getValue("mp.jwt.verify.publickey.location", String.class);
        return LocalIssuer.in(Path.of(URI.create(keys)).getParent());
    }
}
