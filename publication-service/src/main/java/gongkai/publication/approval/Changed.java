package gongkai.publication.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gongkai.publication.narrative.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that is another than it was when the draft was approved.
 *
 * @param at which one: an indicator, a unit, the heading of a section, a number or contradiction, a rule
 * @param from null where there was none
 * @param to null where there is none any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ChangedSinceApproval",
        description = "One thing that is another than it was when the draft was approved.",
        requiredProperties = {"what"})
public record Changed(What what, @Schema(examples = "1.2.4") String at, Object from, Object to) {

    @Schema(name = "WhatChanged")
    public enum What {
        @JsonProperty("figure")
        FIGURE,
        @JsonProperty("figure-of-the-year-before")
        FIGURE_OF_THE_YEAR_BEFORE,
        @JsonProperty("submission")
        SUBMISSION,
        @JsonProperty("text")
        TEXT,
        @JsonProperty("decision")
        DECISION,
        @JsonProperty("omission")
        OMISSION,
        @JsonProperty("review")
        REVIEW,
        @JsonProperty("finding")
        FINDING,
        @JsonProperty("form")
        FORM,
        @JsonProperty("totals")
        TOTALS,
        @JsonProperty("edition")
        EDITION
    }

    /** In the order of what readers look at first. */
    public static List<Changed> between(ApprovalSubject before, ApprovalSubject now) {
        var changes = new ArrayList<Changed>();
        compare(changes, What.FIGURE, before.values(), now.values());
        compare(changes, What.FIGURE_OF_THE_YEAR_BEFORE, before.yearBefore(), now.yearBefore());
        compare(changes, What.FIGURE_OF_THE_YEAR_BEFORE, null, before.history(), now.history());
        compare(changes, What.SUBMISSION, before.units(), now.units());
        compareTexts(changes, before.narrative(), now.narrative());
        compare(changes, What.DECISION, before.decisions(), now.decisions());
        compare(changes, What.OMISSION, before.omissions(), now.omissions());
        compare(changes, What.REVIEW, null, before.review(), now.review());
        compare(changes, What.FINDING, null, before.findings(), now.findings());
        compare(changes, What.FORM, null, before.form(), now.form());
        compare(changes, What.TOTALS, null, before.totals(), now.totals());
        compare(changes, What.EDITION, null, before.edition(), now.edition());
        return List.copyOf(changes);
    }

    private static void compare(List<Changed> changes, What what, Map<String, ?> before, Map<String, ?> now) {
        var all = new TreeSet<>(before.keySet());
        all.addAll(now.keySet());
        all.forEach(key -> compare(changes, what, key, before.get(key), now.get(key)));
    }

    private static void compareTexts(List<Changed> changes, List<Section> before, List<Section> now) {
        for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
            Section from = i < before.size() ? before.get(i) : null;
            Section to = i < now.size() ? now.get(i) : null;
            if (!Objects.equals(from, to)) {
                changes.add(new Changed(
                        What.TEXT,
                        (to == null ? from : to).heading(),
                        from == null ? null : from.text(),
                        to == null ? null : to.text()));
            }
        }
    }

    private static void compare(List<Changed> changes, What what, String at, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(new Changed(what, at, from, to));
        }
    }
}
