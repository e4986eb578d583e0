package gongkai.publication.narrative;

import gongkai.publication.report.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One section of a report's text. A heading may stand alone, above the sections that follow. */
@Schema(description = "One section of a report's text, in Markdown (CommonMark) without HTML.")
public record Section(
        @NotBlank @Size(max = 200) @PlainText @Schema(examples = "二、主动公开政府信息情况")
        String heading,

        @NotNull @Size(max = 20_000) @PlainText @Schema(examples = "2018年，我局在区政府门户网站主动公开政府信息75条。")
        String text) {}
