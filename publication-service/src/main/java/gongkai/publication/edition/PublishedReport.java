package gongkai.publication.edition;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.narrative.Section;
import gongkai.publication.report.EarlierYear;
import gongkai.publication.report.Form;
import gongkai.publication.report.Form.Table;
import gongkai.publication.report.Totals.Bureau;
import gongkai.publication.report.Totals.Period;
import gongkai.publication.report.Totals.Unit;
import gongkai.publication.report.Totals.Warning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The document of an edition: all that a reader of the report needs, and what it was made of.
 *
 * @param reason why there is an edition after the one before; a first edition needs none
 * @param figures in the order of the form
 * @param values the same figures by indicator, for programs
 * @param history what the bureau published for earlier years, the latest first
 * @param narrative as readers see it, in Markdown
 * @param declarations numbers and sentences of the narrative that are not the table's figures, and what they are
 * @param omissions units whose figures are not in it, with the reason
 * @param correction what has changed since the edition before; null for a first one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
        description = "An annual report (年度报告) as one edition (版次) published it.",
        requiredProperties = {
            "report",
            "edition",
            "publishedAt",
            "publishedBy",
            "bureau",
            "period",
            "form",
            "figures",
            "values",
            "history",
            "narrative",
            "declarations",
            "omissions",
            "steps",
            "provenance"
        })
public record PublishedReport(
        String report,
        int edition,
        Instant publishedAt,
        String publishedBy,
        String reason,
        Bureau bureau,
        Period period,
        PublishedForm form,
        List<Figure> figures,
        Map<String, BigDecimal> values,
        List<EarlierYear> history,
        List<Section> narrative,
        List<Declaration> declarations,
        List<Omitted> omissions,
        Correction correction,
        Steps steps,
        Provenance provenance) {

    public PublishedReport {
        // Editions of before these were published have none.
        history = history == null ? List.of() : List.copyOf(history);
        declarations = declarations == null ? List.of() : List.copyOf(declarations);
        omissions = omissions == null ? List.of() : List.copyOf(omissions);
    }

    /**
     * The form (统计表) the figures stand on.
     *
     * @param tables its layout, headings included
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"code", "title", "authority", "tables"})
    public record PublishedForm(String code, LocalizedText title, String authority, List<Table> tables) {

        public static PublishedForm of(Form form) {
            return new PublishedForm(form.code(), form.title(), form.authority(), form.tables());
        }
    }

    /**
     * A number of the text that is not a figure of the table, or a sentence that seems to contradict it, and what it is.
     *
     * @param section its heading
     * @param written the number as it stands there; null for a sentence as a whole
     * @param scope the cells whose sum or difference it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"section", "sentence", "kind"})
    public record Declaration(
            String section,
            String sentence,
            String written,

            @Schema(enumeration = {"outside", "indicator", "scope", "explained"})
            String kind,

            String indicator,
            List<String> scope,
            String reason) {}

    /** A unit whose figures are not in the report, and why. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"unit", "name", "reason"})
    public record Omitted(String unit, String name, String reason) {}

    /** The steps, each with a person and a time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"reviewed", "approved", "published"})
    public record Steps(Step drafted, Reviewed reviewed, Approved approved, Step published) {}

    @Schema(requiredProperties = {"by", "at"})
    public record Step(String by, Instant at) {}

    /**
     * 先审查后公开.
     *
     * @param ticket the number of the review's paper
     */
    @Schema(requiredProperties = {"by", "at", "ticket", "withheld"})
    public record Reviewed(String by, Instant at, String ticket, List<Withheld> withheld) {}

    /** A section that is not made public, and why. */
    @Schema(requiredProperties = {"section", "reason"})
    public record Withheld(String section, String reason) {}

    /** @param hash of all that was approved */
    @Schema(requiredProperties = {"by", "at", "hash"})
    public record Approved(String by, Instant at, String hash) {}

    /**
     * The sources of the report.
     *
     * @param narrativeRevision 0 where no narrative had been written
     * @param compiledBy the unit that compiled it
     * @param units the roster, which submission of each unit is counted, and what the unit says to it
     * @param findings the rules that the figures break and may break
     * @param previous the edition before; null for a first one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"totalsRevision", "narrativeRevision", "compiledBy", "units", "findings"})
    public record Provenance(
            long totalsRevision,
            long narrativeRevision,
            String compiledBy,
            List<CountedUnit> units,
            List<FindingView> findings,
            EditionBefore previous) {}

    /** Links the editions of a report into a chain: none can be exchanged unnoticed. */
    @Schema(requiredProperties = {"edition", "digest"})
    public record EditionBefore(
            int edition,

            @Schema(description = "SHA-256 of its document, in hexadecimal.")
            String digest) {}

    /** @param revision of the submission that is counted; null for a unit that was left out */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(requiredProperties = {"code", "name", "kind"})
    public record CountedUnit(
            String code,
            String name,
            String kind,
            Long revision,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notApplicable,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings,

            Instant submittedAt) {

        /** Figures of a unit that has not submitted are not counted, whatever it had submitted before. */
        public static CountedUnit of(Unit unit) {
            boolean counts = unit.state() == Unit.State.SUBMITTED;
            return new CountedUnit(
                    unit.code(),
                    unit.name(),
                    unit.kind(),
                    counts ? unit.revision() : null,
                    unit.notApplicable(),
                    unit.warnings(),
                    counts ? unit.submittedAt() : null);
        }
    }

    /** The year that its period ends in. */
    int inYear() {
        return period.to().getYear();
    }
}
