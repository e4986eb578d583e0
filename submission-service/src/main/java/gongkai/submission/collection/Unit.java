package gongkai.submission.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * An office or department that submits to a bureau (报送单位).
 *
 * @param kind as the bureau calls it: 科室, 乡镇司法所, 街道司法所 …
 */
public record Unit(
        @NotNull @Pattern(regexp = Codes.PATTERN) String code,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 64) String kind) {

    /** A bureau with more spans more than one level: its units are bureaus with collections of their own. */
    static final int MOST = 20_000;

    /** Whether no two of them have one code; what is not there, or holds nothing, is for others to refuse. */
    static boolean eachOnce(List<Unit> units) {
        return units == null
                || units.stream()
                                .filter(Objects::nonNull)
                                .map(Unit::code)
                                .distinct()
                                .count()
                        == units.stream().filter(Objects::nonNull).count();
    }

    static boolean named(String code, List<Unit> units) {
        return units.stream()
                .filter(Objects::nonNull)
                .anyMatch(unit -> unit.code() != null && unit.code().equals(code));
    }
}
