package gongkai.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.submission.form.Finding;
import gongkai.submission.form.Relation;
import gongkai.submission.form.Severity;
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
    void a_submitted_revision_is_published_as_the_sample_says() throws Exception {
        var figures = new TreeMap<>(Map.of(
                "1.1", BigDecimal.valueOf(12),
                "1.2.2", BigDecimal.valueOf(12),
                "1.2.4", BigDecimal.valueOf(4),
                "7", new BigDecimal("0.25")));
        var explanations = new TreeMap<>(Map.of("F5", "由区政府办统一组织培训"));
        var revision = new Revision(
                new Revision.Key("xingqing-justice-2018", "legal-aid-centre", 3),
                Revision.State.SUBMITTED,
                new SubmissionContent(figures, List.of(), List.of("8.4"), explanations, "微信内容均为网站转载"),
                RevisionMetadata.of("李文", Instant.parse("2019-01-08T01:30:00Z")));
        var warning = new Finding(
                "F5",
                Severity.WARNING,
                "9.2",
                new LocalizedText("有人接受培训而没有举办培训班", "People were trained, and no course was held"),
                BigDecimal.ZERO,
                Relation.AT_LEAST,
                BigDecimal.ONE);

        String published = json.writeValueAsString(SubmissionEvent.of(revision, List.of(warning)));

        new Contract("gongkai.submission.v1").isKeptBy(published);
    }
}
