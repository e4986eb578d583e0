package gongkai.publication.rendering;

import gongkai.publication.edition.PublishedReport;
import gongkai.publication.narrative.Outline;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * An edition as it is printed: every format is made of this, and so says the same.
 *
 * @param digest of the document it is printed from
 * @param sections the text, with the tables that the form's outline places in it
 * @param tables the form as its authority lays it out, whole
 * @param notes what the numbers are that the text has and the tables have not
 * @param charts what the figures look like, where there is something to see
 */
@TemplateData
public record ReportModel(
        String title,
        String publishedOn,
        PublishedReport report,
        String digest,
        List<PrintedSection> sections,
        List<PrintedTable> tables,
        List<PrintedNote> notes,
        List<Chart> charts) {

    /** Government offices of the whole country keep one time. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZoneId.of("Asia/Shanghai"));

    /** @param tables those that belong to this section, and stand below its text */
    @TemplateData
    public record PrintedSection(String heading, String text, List<PrintedTable> tables) {}

    /** The days that the figures are of, both included. */
    public String period() {
        return "%s至%s"
                .formatted(day(report.period().from()), day(report.period().to()));
    }

    private static String day(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    static ReportModel of(PublishedReport report, String digest) {
        return new ReportModel(
                "%s%d年政府信息公开工作年度报告"
                        .formatted(report.bureau().name(), report.period().to().getYear()),
                DAY.format(report.publishedAt()),
                report,
                digest,
                sections(report),
                report.form().tables().stream()
                        .map(table -> PrintedTable.of(table, report))
                        .toList(),
                PrintedNote.of(report),
                Chart.of(report));
    }

    /** The tables that have no section of their own. */
    public List<PrintedTable> tablesAtTheEnd() {
        List<PrintedTable> placed =
                sections.stream().flatMap(section -> section.tables.stream()).toList();
        return tables.stream().filter(table -> !placed.contains(table)).toList();
    }

    private static List<PrintedSection> sections(PublishedReport report) {
        Outline outline = Outline.of(report.form().code());
        return report.narrative().stream()
                .map(section -> new PrintedSection(
                        section.heading(),
                        section.text(),
                        outline.partOf(section).map(Outline.Part::tables).orElse(List.of()).stream()
                                .flatMap(code -> report.form().tables().stream()
                                        .filter(table -> table.code().equals(code)))
                                .map(table -> PrintedTable.of(table, report))
                                .toList()))
                .toList();
    }
}
