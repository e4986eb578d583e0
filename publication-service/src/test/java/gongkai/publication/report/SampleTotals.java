package gongkai.publication.report;

import com.fasterxml.jackson.databind.JsonNode;
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

    public SampleTotals withLabel(String indicator, String label) {
        ObjectNode form = event.withObject("/form");
        form.withArray("/tables/0/rows").forEach(row -> relabel(row, indicator, label));
        form.withArray("indicators").forEach(known -> relabel(known, indicator, label));
        return this;
    }

    private static void relabel(JsonNode labelled, String code, String label) {
        if (labelled.path("code").asText().equals(code)) {
            ((ObjectNode) labelled).withObject("/label").put("zh", label);
        }
    }

    /** As in the forms since 2019: several figures a row, and words above some of the columns. */
    public SampleTotals withTableOfApplicants() {
        ObjectNode table = event.withObject("/form").withArray("tables").addObject();
        table.put("code", "2");
        table.putObject("title").put("zh", "收到和处理政府信息公开申请情况").put("en", "Requests");
        table.withArray("rows")
                .addObject()
                .put("code", "2.1")
                .put("heading", false)
                .putObject("label")
                .put("zh", "一、本年新收政府信息公开申请数量")
                .put("en", "Received");
        column(table, "c1", "自然人", null, "1");
        column(table, "c2", "商业企业", "法人或其他组织", "2");
        column(table, "c3", "科研机构", "法人或其他组织", "3");
        column(table, "c7", "总计", null, "6");
        return this;
    }

    private void column(ObjectNode table, String code, String label, String group, String figure) {
        ObjectNode column = table.withArray("columns").addObject().put("code", code);
        column.putObject("label").put("zh", label).put("en", code);
        if (group != null) {
            column.putObject("group").put("zh", group).put("en", "Organisations");
        }
        event.withObject("/form")
                .withArray("indicators")
                .addObject()
                .put("code", "2.1." + code)
                .put("table", "2")
                .put("row", "2.1")
                .put("column", code)
                .put("measure", "件")
                .putObject("label")
                .put("zh", "本年新收 · " + label)
                .put("en", code);
        withFigure("2.1." + code, figure);
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
