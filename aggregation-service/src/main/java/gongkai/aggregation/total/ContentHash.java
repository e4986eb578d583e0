package gongkai.aggregation.total;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gongkai.aggregation.progress.UnitProgress;
import gongkai.chassis.json.Sha256;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A digest of totals: equal if, and only if, the same revisions of the same units' submissions add up to the same figures
 * of the same form. Every reader of the response can compute it: it is the SHA-256 of
 *
 * <pre>{"form":"xxgk-2014","units":{"general-office":1,"legal-aid-centre":3},"values":{"1.1":75,"7":0.25}}</pre>
 *
 * in UTF-8, without white space, names in the order of their characters, figures as they stand in the answer, and of the units only
 * those whose submission counts.
 */
final class ContentHash {

    private static final ObjectWriter CANONICAL = canonical();

    private ContentHash() {}

    static String of(Snapshot snapshot) {
        return of(
                snapshot.document().form().code(),
                snapshot.units().stream()
                        .filter(unit -> unit.state() == UnitProgress.State.SUBMITTED)
                        .collect(Collectors.toMap(UnitProgress::code, UnitProgress::revision)),
                snapshot.figures().byCode());
    }

    static String of(String form, Map<String, Long> units, Map<String, BigDecimal> values) {
        return Sha256.hex(canonical(form, units, values));
    }

    private static byte[] canonical(String form, Map<String, Long> units, Map<String, BigDecimal> values) {
        try {
            return CANONICAL.writeValueAsBytes(Map.of("form", form, "units", units, "values", values));
        } catch (JsonProcessingException e) {
            throw new AssertionError("maps of texts and numbers can be written", e);
        }
    }

    @SuppressWarnings("deprecation") // As in JsonNumbers: figures are written alike in both.
    private static ObjectWriter canonical() {
        return JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build()
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .writer();
    }
}
