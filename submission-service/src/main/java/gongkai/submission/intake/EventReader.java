package gongkai.submission.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Understands {@code gongkai.totals.v1}, as far as it matters here: of collections that are closed. */
@ApplicationScoped
class EventReader {

    private static final String TYPE = "ce_type";
    private static final String TOTALS = "gongkai.totals.v1";

    /** Only on what is told again: the revision of the collection that the totals are of. */
    private static final String AGAIN = "ce_again";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ToldAgain(String collection, List<UnitRevision> units) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record UnitRevision(String code, Long revision) {}

    private final ObjectMapper json;

    EventReader(ObjectMapper json) {
        this.json = json;
    }

    /** @return nothing of a collection that is open: its totals are nobody's word yet */
    Optional<TotalsArrived> read(ConsumerRecord<byte[], byte[]> event) throws Unreadable {
        String type = type(event);
        if (!type.equals(TOTALS)) {
            throw new Unreadable("events of type %s mean nothing here".formatted(type));
        }
        if (event.value() == null) {
            throw new Unreadable("there is no data");
        }
        try {
            if (!isClosed(event.value())) {
                return Optional.empty();
            }
            return Optional.of(json.readerFor(TotalsArrived.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(event.value()));
        } catch (JsonProcessingException e) {
            throw new Unreadable(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Unreadable("the data is not JSON in UTF-8", e);
        }
    }

    /** @return nothing unless it is told again: what is told for the first time rests on what we told before */
    Optional<KnownElsewhere> readAgain(ConsumerRecord<byte[], byte[]> event) throws Unreadable {
        var again = event.headers().lastHeader(AGAIN);
        if (again == null) {
            return Optional.empty();
        }
        try {
            ToldAgain told = json.readValue(event.value(), ToldAgain.class);
            Map<String, Long> units = told.units().stream()
                    .filter(unit -> unit.revision() != null)
                    .collect(Collectors.toMap(UnitRevision::code, UnitRevision::revision));
            return Optional.of(
                    new KnownElsewhere(told.collection(), Long.parseLong(new String(again.value(), UTF_8)), units));
        } catch (IOException | NumberFormatException e) {
            throw new Unreadable("what is told again cannot be read: " + e.getMessage(), e);
        }
    }

    /** The state is among the first fields, and most events are of open collections: those need not be read to their end. */
    private boolean isClosed(byte[] data) throws IOException, Unreadable {
        try (var parser = json.createParser(data)) {
            parser.nextToken();
            while (parser.nextToken() != null) {
                String field = parser.currentName();
                parser.nextToken();
                if ("state".equals(field)) {
                    return "closed".equals(parser.getText());
                }
                parser.skipChildren();
            }
            throw new Unreadable("it does not say the collection's state");
        }
    }

    private static String type(ConsumerRecord<byte[], byte[]> event) throws Unreadable {
        var header = event.headers().lastHeader(TYPE);
        if (header == null || header.value() == null) {
            throw new Unreadable("there is no header " + TYPE);
        }
        return new String(header.value(), UTF_8);
    }
}
