package gongkai.submission.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The body whose report it is (编制机关). */
public record Bureau(
        @NotNull @Pattern(regexp = Codes.PATTERN) String code,
        @NotBlank @Size(max = 200) String name) {}
