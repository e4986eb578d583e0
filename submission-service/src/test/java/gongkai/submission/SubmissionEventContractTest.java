package gongkai.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class SubmissionEventContractTest {

    @Inject
    ObjectMapper json;

    @Test
    void a_submitted_revision_is_told_as_the_sample_says() throws Exception {
        var figures = new TreeMap<>(Map.of(
                "1.1", BigDecimal.valueOf(12),
                "1.2.2", BigDecimal.valueOf(12),
                "1.2.4", BigDecimal.valueOf(4),
                "7", new BigDecimal("0.25")));
        var revision = new Revision(
                new Revision.Key("xingqing-justice-2018", "legal-aid-centre", 3),
                Revision.State.SUBMITTED,
                new Statement(figures, List.of(), "微信内容均为网站转载"),
                null,
                "李文",
                Instant.parse("2019-01-08T01:30:00Z"),
                false);

        String told = json.writeValueAsString(SubmissionEvent.of(revision));

        new Contract("gongkai.submission.v1").isKeptBy(told);
    }
}
