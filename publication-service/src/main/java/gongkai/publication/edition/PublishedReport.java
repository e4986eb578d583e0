package gongkai.publication.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.publication.language.Text;
import gongkai.publication.narrative.Section;
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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
            "narrative",
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
        List<Section> narrative,
        Provenance provenance) {

    /**
     * The form (统计表) the figures stand on.
     *
     * @param tables its layout, headings included
     */
    @Schema(requiredProperties = {"code", "title", "authority", "tables"})
    record PublishedForm(String code, Text title, String authority, List<Table> tables) {

        static PublishedForm of(Form form) {
            return new PublishedForm(form.code(), form.title(), form.authority(), form.tables());
        }
    }

    /**
     * What the report was made of.
     *
     * @param narrativeRevision 0 where no narrative had been written
     * @param compiledBy the unit that compiled it
     * @param units the roster, which submission of each unit is counted, and what the unit says to it
     * @param findings the rules that the figures break and may break
     */
    @Schema(requiredProperties = {"totalsRevision", "narrativeRevision", "compiledBy", "units", "findings"})
    record Provenance(
            long totalsRevision,
            long narrativeRevision,
            String compiledBy,
            List<CountedUnit> units,
            List<FindingView> findings) {}

    @Schema(requiredProperties = {"code", "name", "kind", "revision", "submittedAt"})
    record CountedUnit(
            String code,
            String name,
            String kind,
            long revision,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notApplicable,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings,
            Instant submittedAt) {

        static CountedUnit of(Unit unit) {
            return new CountedUnit(
                    unit.code(),
                    unit.name(),
                    unit.kind(),
                    unit.revision(),
                    unit.notApplicable(),
                    unit.warnings(),
                    unit.submittedAt());
        }
    }
}
