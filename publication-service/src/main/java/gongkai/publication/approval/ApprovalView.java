package gongkai.publication.approval;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param stands whether the draft is still the one that was approved */
@Schema(
        name = "Approval",
        requiredProperties = {"hash", "approvedBy", "approvedAt", "stands", "changes"})
public record ApprovalView(
        String hash,
        String approvedBy,
        Instant approvedAt,
        boolean stands,

        @Schema(description = "What has changed since; an approval that something has changed under is void.")
        List<Changed> changes) {

    public static ApprovalView of(Approval approval, List<Changed> changes) {
        return new ApprovalView(
                approval.hash(), approval.approvedBy(), approval.approvedAt(), changes.isEmpty(), changes);
    }
}
