package gongkai.deploy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code deploy/fuzz/run} as its user has it, but shorter. */
@Tag("thorough")
class FuzzIT {

    @Test
    void no_request_makes_a_service_fail_hang_grow_or_answer_what_is_not_documented() throws Exception {
        var command = new ProcessBuilder(
                SharedPlatform.HOME.root().resolve("deploy/fuzz/run").toString(), "--requests=4000", "--seconds=20");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));

        Process run = command.redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("[1-9][0-9]{2,} requests to [0-9]+ operations");
    }
}
