package gongkai.aggregation.progress;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import gongkai.aggregation.rollup.Relation;
import gongkai.chassis.i18n.LocalizedText;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule of severity warning that a unit's own figures break, with the reason the unit gives; passed on as it came.
 *
 * @param reason in the unit's own words
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "UnitWarning")
public record Warning(
        @Schema(examples = "F5") String rule,
        @Schema(examples = "9.2") String indicator,
        LocalizedText message,
        BigDecimal left,
        Relation relation,
        BigDecimal right,
        @Schema(examples = "由区政府办统一组织培训") String reason) {}
