package gongkai.submission.collection;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The days that the figures cover (统计期限), both included. */
public record Period(@NotNull LocalDate from, @NotNull LocalDate to) {

    @AssertTrue(message = "from ≤ to")
    boolean isInOrder() {
        return from == null || to == null || !from.isAfter(to);
    }
}
