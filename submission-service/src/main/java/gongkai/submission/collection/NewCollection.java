package gongkai.submission.collection;

import gongkai.chassis.problem.ProblemException;
import gongkai.submission.form.LocalRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A collection to open. */
record NewCollection(
        @NotNull @Pattern(regexp = Codes.PATTERN) @Schema(examples = "xingqing-justice-2018")
        String collection,

        @NotNull @Valid Bureau bureau,
        @NotNull @Valid Period period,

        @NotNull @Pattern(regexp = Codes.PATTERN) @Schema(examples = "xxgk-2014")
        String form,

        @NotNull @Pattern(regexp = Codes.PATTERN) String compiledBy,
        @NotNull Instant deadline,
        @NotEmpty @Size(max = Unit.MOST) List<@NotNull @Valid Unit> units,

        @Size(max = 200) @Schema(description = "Rows that the bureau adds to the form for its own use")
        List<@NotNull @Valid LocalRow> localRows) {

    NewCollection {
        localRows = Objects.requireNonNullElse(localRows, List.of());
    }

    @AssertTrue(message = "units: every code once; compiledBy: one of them")
    boolean isConsistent() {
        return Unit.eachOnce(units) && (units == null || Unit.named(compiledBy, units));
    }

    /** @throws ProblemException {@link CollectionProblem#FOREIGN_ROW} where a row has not the bureau's prefix, or is there twice */
    Collection open() {
        Set<String> codes = new HashSet<>();
        for (LocalRow row : localRows) {
            if (!row.code().startsWith(bureau.code() + ".") || !codes.add(row.code())) {
                throw new ProblemException(CollectionProblem.FOREIGN_ROW, row.code(), bureau.code());
            }
        }
        return new Collection(collection, bureau, period, form, compiledBy, deadline, units, localRows);
    }

    boolean asksTheSameAs(Collection existing) {
        return existing.asks(bureau, period, form, compiledBy, deadline, units, localRows);
    }
}
