package gongkai.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.submission.SubmissionService.SubmissionResult;
import gongkai.submission.access.Scope;
import gongkai.submission.collection.Collection;
import gongkai.submission.collection.Collections;
import gongkai.submission.collection.ReportsTo;
import gongkai.submission.edit.SeenRevision;
import gongkai.submission.form.Form;
import gongkai.submission.form.Indicator;
import gongkai.submission.form.Rule;
import gongkai.submission.intake.TotalsArrived;
import gongkai.submission.intake.TotalsArrived.UnitCounted;
import gongkai.submission.intake.TotalsMoved;
import gongkai.submission.problem.Refusal;
import gongkai.submission.trail.Deed;
import gongkai.submission.trail.Trail;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reports a bureau's totals upwards (层层汇总上报): whoever closes a collection accepts what was submitted, and its totals become the
 * bureau's own submission in the collection above, through the same door as everybody's. What is refused there is kept, and tried again
 * whenever something is heard of the collection above.
 */
@ApplicationScoped
class UpwardReporting {

    private static final int MAX_EXPLANATION_LENGTH = 2_000;

    private final Collections collections;
    private final Revisions revisions;
    private final UpwardReports reports;
    private final SubmissionService desk;
    private final AuditLog auditLog;
    private final ObjectMapper json;
    private final Clock clock;

    UpwardReporting(
            Collections collections,
            Revisions revisions,
            UpwardReports reports,
            SubmissionService desk,
            AuditLog auditLog,
            ObjectMapper json,
            Clock clock) {
        this.collections = collections;
        this.revisions = revisions;
        this.reports = reports;
        this.desk = desk;
        this.auditLog = auditLog;
        this.json = json;
        this.clock = clock;
    }

    /** In the transaction that takes the event in. */
    @Transactional(TxType.MANDATORY)
    void take(@Observes TotalsEvent totals) {
        collections
                .findByIdOptional(totals.collection())
                .filter(collection -> collection.reportsTo().isPresent())
                .ifPresent(collection -> report(collection, totals));
    }

    /** In the transaction that takes the event in: what was refused by these may not be any more. */
    @Transactional(TxType.MANDATORY)
    void hear(@Observes TotalsMoved moved) {
        reports.refusedBy(moved.collections()).forEach(this::tryAgain);
    }

    /** Tries again what has been refused; does nothing where nothing was. */
    @Transactional
    Optional<UpwardReport> tryAgain(String code) {
        Optional<UpwardReport> report = reports.findByIdOptional(code);
        report.filter(UpwardReport::isRefused).ifPresent(this::tryAgain);
        return report;
    }

    private void tryAgain(UpwardReport refused) {
        Collection collection = collections.get(refused.collection(), Scope.EVERYTHING);
        TotalsEvent totals = read(refused.totals());
        if (collection.reportsTo().isPresent() && isStillSo(collection, totals)) {
            file(collection, totals, refused);
        }
    }

    private void report(Collection collection, TotalsEvent totals) {
        var report = reports.findByIdOptional(collection.code()).orElseGet(() -> new UpwardReport(collection.code()));
        if (totals.revision() < report.totalsRevision() || !isStillSo(collection, totals)) {
            return;
        }
        report.take(totals.revision(), write(totals));
        file(collection, totals, report);
        reports.persist(report);
    }

    /** Whether the collection is closed, and these totals know of all that was submitted to it: else others will come. */
    private boolean isStillSo(Collection collection, TotalsEvent totals) {
        if (!collection.isClosed()) {
            return false;
        }
        Map<String, Long> latest = revisions.latest(collection.code());
        return totals.units().stream().allMatch(unit -> Objects.equals(latest.get(unit.code()), unit.revision()));
    }

    private void file(Collection collection, TotalsEvent totals, UpwardReport report) {
        ReportsTo above = collection.reportsTo().orElseThrow();
        Map<String, Object> former = report.summary();
        try {
            mustBeFit(totals);
            Collection asking = collections.get(above.collection(), Scope.EVERYTHING);
            var basis = new SourceTotals(totals.collection(), totals.revision(), totals.contentHash());
            SubmissionResult taken = desk.take(
                    Scope.EVERYTHING,
                    above.collection(),
                    above.unit(),
                    submission(collection, totals, desk.form(asking)),
                    seen(above, report),
                    Source.UPWARDS,
                    null,
                    basis);
            report.filed(taken.revision().number(), clock.instant());
            Log.infof(
                    "Totals %d of %s are revision %d of %s in %s",
                    totals.revision(), collection.code(), taken.revision().number(), above.unit(), above.collection());
        } catch (ProblemException refusal) {
            report.refused(refusal, clock.instant());
            Log.infof(
                    "Totals %d of %s are not reported upwards: %s",
                    totals.revision(), collection.code(), refusal.name());
        }
        if (!report.summary().equals(former)) {
            auditLog.append(deed(collection, former, report));
        }
    }

    /** Done by this service, or by whoever asks it to try again; on the word of whoever closed the collection. */
    private static AuditedChange deed(Collection collection, Map<String, Object> former, UpwardReport report) {
        return new AuditedChange(
                collection.bureau().code(),
                null,
                "/v1/collections/%s/upward-report".formatted(collection.code()),
                collection.closedBy(),
                former.isEmpty() ? null : former,
                report.summary(),
                null);
    }

    private static void mustBeFit(TotalsEvent totals) {
        List<String> missing = totals.units().stream()
                .filter(unit -> !unit.counts())
                .map(UnitCounted::code)
                .toList();
        if (!missing.isEmpty()) {
            throw NotFitToReport.missing(missing);
        }
        List<String> broken = totals.findings().stream()
                .filter(TotalsEvent.RuleBroken::blocks)
                .map(TotalsEvent.RuleBroken::rule)
                .toList();
        if (!broken.isEmpty()) {
            throw NotFitToReport.broken(broken);
        }
    }

    /** What we filed last may be replaced, and what was sent back to us; not what somebody made by hand meanwhile. */
    private SeenRevision seen(ReportsTo above, UpwardReport report) {
        return revisions
                .latest(above.collection(), above.unit())
                .filter(latest -> latest.state() == Revision.State.RETURNED)
                .map(returned -> SeenRevision.of(returned.number()))
                .orElseGet(() -> SeenRevision.of(report.filedAs()));
    }

    private NewSubmission submission(Collection collection, TotalsEvent totals, Form form) {
        if (!form.code().equals(totals.form().code())) {
            throw NotFitToReport.otherForm(totals.form().code(), form.code());
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

    /** For each rule that could warn: the reasons that the units below gave, or where there are none, whose totals these are. */
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
