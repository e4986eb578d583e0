package gongkai.submission.file;

import gongkai.chassis.problem.ProblemException;

/**
 * Says what a file was made for. It is part of the file, so that an upload to the wrong place is rejected.
 *
 * @param revision the submission's revision that the file was filled from; 0 where there was none
 */
public record Pin(String collection, String unit, String form, long revision) {

    private static final int MAX_CODE_LENGTH = 64;

    /**
     * Accepts a file only at the place that it was made for.
     *
     * @throws ProblemException if it was made for another collection, unit or form
     */
    public void mustBeFor(String thisCollection, String thisUnit, String thisForm) {
        if (!collection.equals(thisCollection)) {
            throw problem(FileProblem.FILE_OF_ANOTHER_COLLECTION, collection, thisCollection);
        }
        if (!unit.equals(thisUnit)) {
            throw problem(FileProblem.FILE_OF_ANOTHER_UNIT, unit, thisUnit);
        }
        if (!form.equals(thisForm)) {
            throw problem(FileProblem.FILE_OF_ANOTHER_FORM, form, thisForm);
        }
    }

    /** The file's own code may be of any length. */
    private static ProblemException problem(FileProblem type, String code, String expected) {
        return new ProblemException(type, code.substring(0, Math.min(code.length(), MAX_CODE_LENGTH)), expected);
    }
}
