package gongkai.submission.loss;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.submission.intake.KnownElsewhere;
import gongkai.submission.loss.Losses.Known;
import gongkai.submission.outbox.ToldBefore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;

/** Hears what others know: the log of our own events, and the aggregation-service when it tells everything again. */
@ApplicationScoped
class LossWatch {

    /** @param unit null where the event is of the collection itself */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfOurs(String collection, String unit, long revision) {}

    private final Losses losses;
    private final ObjectMapper json;

    LossWatch(Losses losses, ObjectMapper json) {
        this.losses = losses;
        this.json = json;
    }

    void hear(@Observes ToldBefore told) {
        losses.compare(told.events().stream().map(this::known).toList());
    }

    private Known known(String event) {
        try {
            OfOurs ours = json.readValue(event, OfOurs.class);
            return new Known(ours.collection(), ours.unit() == null ? "" : ours.unit(), ours.revision());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event that we told cannot be read", e);
        }
    }

    void hear(@Observes KnownElsewhere known) {
        var units = known.units().entrySet().stream()
                .map(unit -> new Known(known.collection(), unit.getKey(), unit.getValue()));
        losses.compare(Stream.concat(Stream.of(new Known(known.collection(), "", known.revision())), units)
                .toList());
    }
}
