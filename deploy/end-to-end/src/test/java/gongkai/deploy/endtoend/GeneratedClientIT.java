package gongkai.deploy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.client.ApiClient;
import gongkai.client.ApiException;
import gongkai.client.CollectionsApi;
import gongkai.client.SubmissionsApi;
import gongkai.client.model.NewCollection;
import gongkai.client.model.NewSubmission;
import gongkai.client.model.Submission;
import gongkai.client.model.SubmissionState;
import gongkai.deploy.local.Person;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An office's own system, which knows nothing of us but what it generated from {@code openapi.yaml}. */
@ExtendWith(SharedPlatform.class)
class GeneratedClientIT {

    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

    private final Bureau bureau;
    private final CollectionsApi collections;
    private final SubmissionsApi submissions;

    GeneratedClientIT(Platform platform) {
        bureau = Bureau.reporting(platform, "generated-client-2018");
        var client = new ApiClient();
        String token =
                platform.issuer().token(Person.ofEveryRole(bureau.sample().bureau()), Duration.ofHours(1));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        client.updateBaseUri(platform.uri(Service.SUBMISSION).toString());
        collections = new CollectionsApi(client);
        submissions = new SubmissionsApi(client);
    }

    @Test
    void the_sample_is_submitted_through_it_and_counts() throws Exception {
        collections.openCollection(JSON.readValue(bureau.sample().collection().toString(), NewCollection.class));
        for (var unit : bureau.sample().submissions().entrySet()) {
            NewSubmission reported = JSON.readValue(unit.getValue().toString(), NewSubmission.class);
            Submission stored = submissions.report(bureau.sample().code(), unit.getKey(), reported, null, null);
            assertThat(stored.getState()).isEqualTo(SubmissionState.SUBMITTED);
        }

        bureau.awaitEveryUnitCounted();

        assertThat(Bureau.figures(bureau.totals().path("values")))
                .isEqualTo(bureau.sample().expected());
    }

    @Test
    void a_refusal_reaches_it_as_a_problem_with_its_places() throws Exception {
        collections.openCollection(JSON.readValue(bureau.sample().collection().toString(), NewCollection.class));
        var wrong = JSON.readValue(
                "{\"state\": \"submitted\", \"submittedBy\": \"李文\", \"values\": {\"1.1\": -1}}", NewSubmission.class);

        var refusal = catchThrowableOfType(
                ApiException.class, () -> submissions.report(bureau.sample().code(), "township-1", wrong, null, null));

        assertThat(refusal.getCode()).isEqualTo(422);
        JsonNode problem = JSON.readTree(refusal.getResponseBody());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/invalid-figures");
        assertThat(problem.path("errors")).isNotEmpty();
    }
}
