package gongkai.submission.collection;

import gongkai.chassis.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A change to a collection; fields that are left out stay as they are.
 *
 * @param reason wanted for opening it again
 */
@Schema(description = "A change to a collection; what is left out stays as it is")
record CollectionChange(
        Collection.State state,
        Instant deadline,

        @Size(min = 1, max = Unit.MOST) @Schema(description = "The whole roster as it is to be")
        List<@NotNull @Valid Unit> units,

        @Size(max = 2_000) @Schema(description = "Why; wanted for opening a collection again")
        String reason,

        @NotBlank @Size(max = 100) String changedBy) {

    /** Whether it closes the collection or opens it again. */
    boolean signsOff() {
        return state != null;
    }

    /** Whether it changes who is asked, or until when. */
    boolean asksOtherwise() {
        return units != null || deadline != null;
    }

    @AssertTrue(message = "units: every code once")
    boolean isConsistent() {
        return Unit.eachOnce(units);
    }

    /**
     * Makes the change, and says in the bureau's words what it was.
     *
     * @throws ProblemException {@link CollectionProblem#REOPENING_WANTS_REASON} where a closed collection is to be opened without one
     * @throws ProblemException {@link CollectionProblem#UNIT_NOT_ON_ROSTER} where the new roster lacks the compiling office
     */
    String applyTo(Collection collection) {
        List<String> what = new ArrayList<>();
        if (units != null) {
            if (!Unit.named(collection.compiledBy(), units)) {
                throw new ProblemException(
                        CollectionProblem.UNIT_NOT_ON_ROSTER, collection.code(), collection.compiledBy());
            }
            collection.ask(units);
            what.add("报送名单改为 %d 个单位".formatted(units.size()));
        }
        if (deadline != null) {
            collection.extend(deadline);
            what.add("截止时间改为 %s".formatted(deadline));
        }
        if (state == Collection.State.CLOSED && !collection.isClosed()) {
            collection.close(changedBy);
            what.add("关闭");
        }
        if (state == Collection.State.OPEN && collection.isClosed()) {
            if (reason == null || reason.isBlank()) {
                throw new ProblemException(CollectionProblem.REOPENING_WANTS_REASON, collection.code());
            }
            collection.reopen();
            what.add("重新开放");
        }
        return String.join("；", what);
    }
}
