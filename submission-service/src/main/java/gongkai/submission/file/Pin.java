package gongkai.submission.file;

/**
 * What a file was made for. It travels in the file, so that a file that comes back to the wrong place is not taken for another's.
 *
 * @param revision the submission's revision that the file was filled from; 0 where there was none
 */
public record Pin(String collection, String unit, String form, long revision) {

    /**
     * Lets a file in only where it belongs.
     *
     * @throws ForeignFile where it was made for another collection, unit or form
     */
    public void mustBeFor(String thisCollection, String thisUnit, String thisForm) {
        if (!collection.equals(thisCollection)) {
            throw ForeignFile.ofCollection(collection, thisCollection);
        }
        if (!unit.equals(thisUnit)) {
            throw ForeignFile.ofUnit(unit, thisUnit);
        }
        if (!form.equals(thisForm)) {
            throw ForeignFile.ofForm(form, thisForm);
        }
    }
}
