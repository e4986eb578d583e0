package gongkai.submission;

import gongkai.submission.form.Checked;

/**
 * The result of a submission request.
 *
 * @param first whether the revision is the unit's first
 * @param created whether the request made the revision, which otherwise was there already
 */
public record SubmissionResult(Revision revision, Checked checked, boolean first, boolean created) {}
