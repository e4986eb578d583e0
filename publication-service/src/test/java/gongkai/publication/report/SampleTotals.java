package gongkai.publication.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Variations of the golden sample that aggregation-service owns. */
public final class SampleTotals {

    private static final String SAMPLE = "/contract/aggregation-service/events/gongkai.totals.v1.sample.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final ObjectNode event;

    private SampleTotals(ObjectNode event) {
        this.event = event;
    }

    /** As the producer keeps it: the first of its two units is missing. */
    public static SampleTotals asPublished() {
        try (var sample = SampleTotals.class.getResourceAsStream(SAMPLE)) {
            return new SampleTotals((ObjectNode) JSON.readTree(sample));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every unit has submitted, and no rule is broken. */
    public static SampleTotals complete() {
        var totals = asPublished();
        totals.unit(0).put("state", "submitted").put("revision", 1).put("submittedAt", "2019-01-09T02:00:00Z");
        return totals;
    }

    public SampleTotals of(String report) {
        event.put("collection", report);
        return this;
    }

    public SampleTotals revision(long revision) {
        event.put("revision", revision);
        return this;
    }

    public SampleTotals withDraftOfSecondUnit() {
        unit(1).put("state", "draft");
        return this;
    }

    public SampleTotals withFigure(String indicator, String figure) {
        event.withObject("/values").put(indicator, new BigDecimal(figure));
        return this;
    }

    public SampleTotals withoutFigure(String indicator) {
        event.withObject("/values").remove(indicator);
        return this;
    }

    public SampleTotals withFinding(String rule, String severity) {
        event.withArray("findings")
                .addObject()
                .put("rule", rule)
                .put("severity", severity)
                .put("left", 13)
                .put("relation", "<=")
                .put("right", 12)
                .putArray("indicators")
                .add("1.2.2")
                .add("1.1");
        return this;
    }

    public SampleTotals withBureauCode(String code) {
        event.withObject("/bureau").put("code", code);
        return this;
    }

    public SampleTotals ofYear(int year) {
        event.withObject("/period").put("from", year + "-01-01").put("to", year + "-12-31");
        return this;
    }

    public SampleTotals withBureauName(String name) {
        event.withObject("/bureau").put("name", name);
        return this;
    }

    public String collection() {
        return event.get("collection").textValue();
    }

    public Totals read() {
        try {
            return JSON.treeToValue(event, Totals.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String json() {
        return event.toString();
    }

    private ObjectNode unit(int index) {
        return (ObjectNode) event.get("units").get(index);
    }
}
