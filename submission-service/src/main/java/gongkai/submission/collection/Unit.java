package gongkai.submission.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An office or department that submits to a bureau (报送单位).
 *
 * @param kind as the bureau calls it: 科室, 乡镇司法所, 街道司法所 …
 */
public record Unit(
        @NotNull @Pattern(regexp = Codes.PATTERN) String code,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 64) String kind) {}
