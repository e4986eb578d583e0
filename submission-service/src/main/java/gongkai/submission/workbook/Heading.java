package gongkai.submission.workbook;

/** What stands above a form, for the clerk who finds the file again. */
public record Heading(String bureau, String unit, String period) {}
