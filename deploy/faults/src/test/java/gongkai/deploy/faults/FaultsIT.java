package gongkai.deploy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.deploy.faults.FaultRun.Outcome;
import gongkai.deploy.local.ProjectLayout;
import gongkai.deploy.local.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@code deploy/faults/run}: the same faults in the same order each time. That PostgreSQL and Kafka are killed, each
 * alone, is left to the end-to-end tests.
 */
class FaultsIT {

    private static final ProjectLayout HOME =
            new ProjectLayout(Path.of("../..").toAbsolutePath().normalize());
    private static final Path FOLDER = Path.of("target/faults");
    private static final long SEED = 2018;

    /** No end but that of the list. */
    private static final Duration ALL_OF_THEM = Duration.ofHours(1);

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration FOR_A_WHILE = Duration.ofSeconds(6);

    @Test
    void nothing_acknowledged_is_lost_and_nothing_counts_twice_whatever_dies() throws InterruptedException {
        List<Fault> faults = List.of(
                Fault.killed(Component.SUBMISSION, AT_ONCE),
                new Fault.StrangeEvents(SEED),
                Fault.wireCut(3, FOR_A_WHILE),
                Fault.paused(Component.AGGREGATION, FOR_A_WHILE),
                Fault.wireDuplicating(0, FOR_A_WHILE),
                Fault.wireReset(7, 3, Duration.ofMillis(500)),
                new Fault.RollingUpgrade(Service.PUBLICATION, AT_ONCE),
                new Fault.PowerCut());

        Outcome outcome = new FaultRun(HOME, HOME, SEED, FOLDER, System.out).run(faults.iterator(), ALL_OF_THEM, false);

        assertThat(outcome.verdict().all()).isEmpty();
        assertThat(outcome.injected()).hasSameSizeAs(faults);
        assertThat(outcome.acknowledged()).isPositive();
        assertThat(outcome.editions()).isPositive();
    }
}
