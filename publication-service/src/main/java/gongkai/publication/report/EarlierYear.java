package gongkai.publication.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The published figures of the same bureau for an earlier year.
 *
 * @param values by the codes of this report's form; without those that its form did not count alike
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
        description = "What the same bureau published for an earlier year, as far as it can be compared.",
        requiredProperties = {"year", "report", "edition", "values"})
public record EarlierYear(int year, String report, int edition, Map<String, BigDecimal> values) {}
