package gongkai.submission.workbook;

/** The heading of a form, which identifies the file. */
public record Heading(String bureau, String unit, String period) {}
