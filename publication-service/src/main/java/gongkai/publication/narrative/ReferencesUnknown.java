package gongkai.publication.narrative;

import gongkai.publication.language.Text;
import gongkai.publication.problem.Refusal;
import gongkai.publication.report.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** The text refers to figures that its form does not have, or in a way that nobody can read. */
public final class ReferencesUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    /**
     * @param pointer the section's text in the request (RFC 6901)
     * @param reference as it was written
     */
    record UnknownReference(String pointer, String reference) {}

    private final transient List<UnknownReference> errors;

    private ReferencesUnknown(String form, List<UnknownReference> errors) {
        super(
                Reason.INVALID,
                "references-unknown",
                new Text("引用的指标不存在", "References to no figure"),
                new Text(
                        ("统计表“%s”没有这些引用所指的指标，或写法有误：%s。写法如 {{1.1}}、{{1.1|previous}}、{{1.1|change}}、{{1.1|growth}}、"
                                        + "{{share 1.2.2 of 1.1}}。")
                                .formatted(form, written(errors)),
                        ("The form “%s” has no figure for these references, or they cannot be read: %s. Write {{1.1}}, {{1.1|previous}}, "
                                        + "{{1.1|change}}, {{1.1|growth}} or {{share 1.2.2 of 1.1}}.")
                                .formatted(form, written(errors))));
        this.errors = List.copyOf(errors);
    }

    private static String written(List<UnknownReference> errors) {
        return errors.stream().map(UnknownReference::reference).distinct().collect(Collectors.joining(" "));
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("errors", errors);
    }

    /** @throws ReferencesUnknown where a reference names no indicator of the form */
    static void refuseIn(List<Section> sections, Form form) {
        Set<String> codes = form.indicators().stream().map(Form.Indicator::code).collect(Collectors.toSet());
        var unknown = new ArrayList<UnknownReference>();
        for (int i = 0; i < sections.size(); i++) {
            Matcher braces = Reference.PATTERN.matcher(sections.get(i).text());
            while (braces.find()) {
                boolean known = Reference.of(braces.group(1))
                        .filter(reference -> codes.containsAll(reference.indicators()))
                        .isPresent();
                if (!known) {
                    unknown.add(new UnknownReference("/sections/%d/text".formatted(i), braces.group()));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new ReferencesUnknown(form.code(), unknown);
        }
    }
}
