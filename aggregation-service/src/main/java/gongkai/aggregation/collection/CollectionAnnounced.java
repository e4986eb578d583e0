package gongkai.aggregation.collection;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;

/** The event {@code gongkai.collection.v1} of the submission-service, with the fields that matter here. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CollectionAnnounced(
        String collection,
        long revision,
        CollectionState state,
        Bureau bureau,
        Period period,
        String compiledBy,
        Instant deadline,
        List<Unit> units,
        FormDocument form,
        List<StatedValue> statedValues,
        Instant announcedAt) {

    public CollectionAnnounced {
        requireNonNull(collection, "a collection has a code");
        requireNonNull(state, "a collection has a state");
        requireNonNull(bureau, "a collection has a bureau");
        requireNonNull(period, "a collection has a period");
        requireNonNull(compiledBy, "a collection has a unit that compiles");
        requireNonNull(deadline, "a collection has a deadline");
        requireNonNull(units, "a collection has a roster");
        requireNonNull(form, "a collection has a form");
        requireNonNull(announcedAt, "a collection was announced at some time");
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1");
        }
        units = List.copyOf(units);
        statedValues = List.copyOf(requireNonNullElse(statedValues, List.of()));
        if (units.stream().map(Unit::code).distinct().count() < units.size()) {
            throw new IllegalArgumentException("a roster names each unit once");
        }
    }
}
