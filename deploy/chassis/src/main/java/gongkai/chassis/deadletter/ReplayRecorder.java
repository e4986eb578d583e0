package gongkai.chassis.deadletter;

import gongkai.chassis.audit.AuditLog;
import gongkai.chassis.audit.AuditedChange;
import gongkai.chassis.deadletter.ReplayAttempt.Outcome;
import gongkai.chassis.http.ServiceAddress;
import gongkai.chassis.security.CurrentUser;
import gongkai.chassis.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Records the outcome of a replay, beside the dead letter and in the audit log. */
@ApplicationScoped
class ReplayRecorder {

    private final DeadLetters letters;
    private final AuditLog audit;
    private final CurrentUser caller;
    private final ServiceAddress addresses;
    private final Clock clock;

    ReplayRecorder(DeadLetters letters, AuditLog audit, CurrentUser caller, ServiceAddress addresses, Clock clock) {
        this.letters = letters;
        this.audit = audit;
        this.caller = caller;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** @param rejection the reason if the event was rejected again */
    @Transactional
    public void record(long id, Optional<String> rejection) {
        var replay = new ReplayAttempt(
                clock.instant(),
                caller.name().or(caller::subject).orElse(Role.PLATFORM_ADMINISTRATOR),
                rejection.isEmpty() ? Outcome.APPLIED : Outcome.REFUSED,
                rejection.orElse(null));
        letters.addReplay(id, replay);
        audit.append(new AuditedChange(
                AuditedChange.NO_BUREAU,
                null,
                addresses.of("dead-letters") + "/" + id,
                null,
                null,
                Map.of("outcome", replay.outcome().name().toLowerCase(Locale.ROOT)),
                null));
    }
}
