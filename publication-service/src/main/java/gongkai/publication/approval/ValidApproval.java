package gongkai.publication.approval;

import java.util.List;

/** Proof that a draft is approved just as it stands: there is no other way to have one, and none to publish without. */
public final class ValidApproval {

    private final Approval approval;

    private ValidApproval(Approval approval) {
        this.approval = approval;
    }

    /**
     * @param hash of the draft as it stands
     * @param changes what has changed since the approval
     * @throws ApprovalVoid where the approval is of another draft
     */
    public static ValidApproval of(Approval approval, String hash, List<Changed> changes) {
        if (!approval.hash().equals(hash)) {
            throw new ApprovalVoid(approval, changes);
        }
        return new ValidApproval(approval);
    }

    public Approval approval() {
        return approval;
    }
}
