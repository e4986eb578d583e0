package gongkai.submission.upward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.audit.AuditedChange;
import gongkai.chassis.problem.ProblemException;
import gongkai.submission.NewSubmission;
import gongkai.submission.Revision;
import gongkai.submission.Revisions;
import gongkai.submission.SourceTotals;
import gongkai.submission.SubmissionRequest;
import gongkai.submission.SubmissionResult;
import gongkai.submission.SubmissionService;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.collection.ReportsTo;
import gongkai.submission.collection.Scope;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.form.Form;
import gongkai.submission.form.Indicator;
import gongkai.submission.form.Rule;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reports a bureau's totals upwards (层层汇总上报). When a collection is closed, its totals become the bureau's submission in the
 * collection above, like any other submission. A rejected report is stored, and retried at each event of the collection above.
 */
@ApplicationScoped
class UpwardReporting {

    private static final int MAX_EXPLANATION_LENGTH = 2_000;

    private final Collections collections;
    private final Revisions revisions;
    private final UpwardReports reports;
    private final SubmissionService submissions;
    private final AuditLog auditLog;
    private final ObjectMapper json;
    private final Clock clock;

    UpwardReporting(
            Collections collections,
            Revisions revisions,
            UpwardReports reports,
            SubmissionService submissions,
            AuditLog auditLog,
            ObjectMapper json,
            Clock clock) {
        this.collections = collections;
        this.revisions = revisions;
        this.reports = reports;
        this.submissions = submissions;
        this.auditLog = auditLog;
        this.json = json;
        this.clock = clock;
    }

    /** Reports the totals of a closed collection, in the transaction that consumes the event. */
    @Transactional(TxType.MANDATORY)
    void report(TotalsEvent totals) {
        collections
                .findByIdOptional(totals.collection())
                .filter(collection -> collection.reportsTo().isPresent())
                .ifPresent(collection -> report(collection, totals));
    }

    /** Retries the reports that these collections rejected, in the transaction that consumes their events. */
    @Transactional(TxType.MANDATORY)
    void retryRejectedBy(Set<String> collections) {
        reports.rejectedBy(collections).forEach(this::retry);
    }

    /** Retries a rejected report; does nothing if it was not rejected. */
    @Transactional
    Optional<UpwardReport> retry(String code) {
        Optional<UpwardReport> report = reports.findByIdOptional(code);
        report.filter(UpwardReport::isRejected).ifPresent(this::retry);
        return report;
    }

    private void retry(UpwardReport rejected) {
        Collection collection = collections.get(rejected.collection(), Scope.EVERYTHING);
        TotalsEvent totals = read(rejected.totals());
        if (collection.reportsTo().isPresent() && isCurrent(collection, totals)) {
            file(collection, totals, rejected);
        }
    }

    private void report(Collection collection, TotalsEvent totals) {
        var report = reports.findByIdOptional(collection.code()).orElseGet(() -> new UpwardReport(collection.code()));
        if (totals.revision() < report.totalsRevision() || !isCurrent(collection, totals)) {
            return;
        }
        report.replaceTotals(totals.revision(), write(totals));
        file(collection, totals, report);
        reports.persist(report);
    }

    /** Whether the collection is closed and these totals contain all its submissions; if not, later totals will come. */
    private boolean isCurrent(Collection collection, TotalsEvent totals) {
        if (!collection.isClosed()) {
            return false;
        }
        Map<String, Long> latest = revisions.latest(collection.code());
        return totals.units().stream().allMatch(unit -> Objects.equals(latest.get(unit.code()), unit.revision()));
    }

    private void file(Collection collection, TotalsEvent totals, UpwardReport report) {
        ReportsTo above = collection.reportsTo().orElseThrow();
        Map<String, Object> previous = report.summary();
        try {
            mustBeFit(totals);
            SubmissionResult result = submissions.submit(request(collection, above, totals, report));
            long revision = result.revision().number();
            report.filed(revision, clock.instant());
            Log.infof(
                    "Totals %d of %s are revision %d of %s in %s",
                    totals.revision(), collection.code(), revision, above.unit(), above.collection());
        } catch (ProblemException problem) {
            report.rejected(problem, clock.instant());
            Log.infof(
                    "Totals %d of %s are not reported upwards: %s",
                    totals.revision(), collection.code(), problem.type().code());
        }
        if (!report.summary().equals(previous)) {
            auditLog.append(audited(collection, previous, report));
        }
    }

    private SubmissionRequest request(Collection collection, ReportsTo above, TotalsEvent totals, UpwardReport report) {
        Form form = submissions.form(collections.get(above.collection(), Scope.EVERYTHING));
        NewSubmission content = submission(collection, totals, form);
        var origin = new SourceTotals(totals.collection(), totals.revision(), totals.contentHash());
        return SubmissionRequest.of(Scope.EVERYTHING, above.collection(), above.unit(), content, seen(above, report))
                .from(origin);
    }

    /** Made by this service, or by the user who requests the retry; responsible is the person who closed the collection. */
    private static AuditedChange audited(Collection collection, Map<String, Object> previous, UpwardReport report) {
        return new AuditedChange(
                collection.bureau().code(),
                null,
                "/v1/collections/%s/upward-report".formatted(collection.code()),
                collection.closedBy(),
                previous.isEmpty() ? null : previous,
                report.summary(),
                null);
    }

    private static void mustBeFit(TotalsEvent totals) {
        List<String> missing = totals.units().stream()
                .filter(unit -> !unit.counts())
                .map(TotalsEvent.UnitCounted::code)
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(UpwardProblem.UNITS_MISSING, String.join(", ", missing));
        }
        List<String> broken = totals.findings().stream()
                .filter(TotalsEvent.BrokenRule::blocks)
                .map(TotalsEvent.BrokenRule::rule)
                .toList();
        if (!broken.isEmpty()) {
            throw new ProblemException(UpwardProblem.RULES_BROKEN, String.join(", ", broken));
        }
    }

    /** Replaces the last filed revision, or one that the bureau above returned, but not one that a person made meanwhile. */
    private SeenRevision seen(ReportsTo above, UpwardReport report) {
        return revisions
                .latest(above.collection(), above.unit())
                .filter(latest -> latest.state() == Revision.State.RETURNED)
                .map(returned -> SeenRevision.of(returned.number()))
                .orElseGet(() -> SeenRevision.of(report.filedAs()));
    }

    private NewSubmission submission(Collection collection, TotalsEvent totals, Form form) {
        if (!form.code().equals(collection.form())) {
            throw new ProblemException(UpwardProblem.FORMS_DIFFER, collection.form(), form.code());
        }
        Map<String, Object> values = new HashMap<>();
        for (Indicator indicator : form.indicators()) {
            BigDecimal value = totals.values().get(indicator.code());
            if (value != null) {
                values.put(indicator.code(), value);
            }
        }
        return new NewSubmission(
                NewSubmission.Filing.SUBMITTED,
                values,
                List.of(),
                explanations(totals, form),
                "由 %s 第 %d 版汇总上报".formatted(totals.collection(), totals.revision()),
                collection.closedBy(),
                null);
    }

    /** For each rule that could warn: the reasons of the units below or, without any, a standard one. */
    private static Map<String, String> explanations(TotalsEvent totals, Form form) {
        Map<String, String> reasons = totals.units().stream()
                .flatMap(unit -> unit.warnings().stream()
                        .filter(warning -> warning.reason() != null)
                        .map(warning -> Map.entry(warning.rule(), unit.code() + "：" + warning.reason())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one + "；" + other));
        String standard = "本级汇总（%s）各单位合计所致".formatted(totals.collection());
        return form.rules().stream()
                .map(Rule::code)
                .distinct()
                .collect(Collectors.toMap(rule -> rule, rule -> cut(reasons.getOrDefault(rule, standard))));
    }

    private static String cut(String explanation) {
        return explanation.length() <= MAX_EXPLANATION_LENGTH
                ? explanation
                : explanation.substring(0, MAX_EXPLANATION_LENGTH - 1) + "…";
    }

    private String write(TotalsEvent totals) {
        try {
            return json.writeValueAsString(totals);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Totals of %s cannot be written".formatted(totals.collection()), e);
        }
    }

    private TotalsEvent read(String totals) {
        try {
            return json.readValue(totals, TotalsEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Totals that were written cannot be read", e);
        }
    }
}
