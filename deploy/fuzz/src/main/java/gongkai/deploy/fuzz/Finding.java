package gongkai.deploy.fuzz;

/**
 * Something that an answer should not have been.
 *
 * @param kind the same for all findings of one cause, as far as can be told from outside
 */
record Finding(String kind, String operation, String request, String answer) {

    /** Findings with the same text are reported once. */
    String cause() {
        return operation + ": " + kind;
    }
}
