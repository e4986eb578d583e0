package gongkai.deploy.faults;

import gongkai.deploy.local.Service;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Something that goes wrong, and is over when {@link #happen} returns or {@link FaultEnvironment#restore} is done. */
sealed interface Fault {

    /** As which it is counted. */
    String kind();

    void happen(FaultEnvironment stage) throws InterruptedException;

    /** Why it cannot be had on this machine. */
    default Optional<String> impossible(FaultEnvironment stage) {
        return Optional.empty();
    }

    /** A step of a fault. */
    interface Step {
        void on(FaultEnvironment stage) throws InterruptedException;
    }

    /** A fault that begins, lasts, and ends; one without an end of its own ends with {@link FaultEnvironment#restore}. */
    record Lasting(String kind, Step begin, Step end, Duration duration) implements Fault {
        @Override
        public void happen(FaultEnvironment stage) throws InterruptedException {
            begin.on(stage);
            Thread.sleep(duration.toMillis());
            end.on(stage);
        }

        @Override
        public String toString() {
            return "%s for %d s".formatted(kind, duration.toSeconds());
        }
    }

    private static Fault lasting(String kind, Duration duration, Step begin) {
        return new Lasting(kind, begin, stage -> {}, duration);
    }

    /** A process is ended as a power cut would: kill -9. */
    static Fault killed(Component part, Duration down) {
        return lasting("kill " + part, down, stage -> part.kill(stage.platform()));
    }

    /** A process is asked to end, and started again: SIGTERM. */
    static Fault terminated(Component part, Duration down) {
        return lasting("terminate " + part, down, stage -> part.stop(stage.platform()));
    }

    /** A process stands still, keeps its connections, and then goes on where it was. */
    static Fault paused(Component part, Duration pause) {
        return new Lasting(
                "pause " + part,
                stage -> Signals.STOP.to(part.processes(stage.platform())),
                stage -> Signals.CONTINUE.to(part.processes(stage.platform())),
                pause);
    }

    /** A consumer is stopped while everybody else goes on, and must catch up afterwards. */
    static Fault leftBehind(Component part, Duration away) {
        return lasting("left behind " + part, away, stage -> part.stop(stage.platform()));
    }

    /** @param wire in the order of {@link FaultEnvironment#wires} */
    static Fault wireCut(int wire, Duration lasting) {
        return lasting("network cut", lasting, stage -> stage.wires().get(wire).cut());
    }

    /** @param wire in the order of {@link FaultEnvironment#wires} */
    static Fault wireSlow(int wire, Duration delay, Duration lasting) {
        return lasting("network slow", lasting, stage -> stage.wires().get(wire).slow(delay));
    }

    /** @param wire in the order of {@link FaultEnvironment#wires} */
    static Fault wireDuplicating(int wire, Duration lasting) {
        return lasting(
                "network duplicating", lasting, stage -> stage.wires().get(wire).duplicate());
    }

    /** @param wire in the order of {@link FaultEnvironment#wires} */
    static Fault wireReset(int wire, int times, Duration between) {
        return lasting("connections reset", between, stage -> {
            for (int time = 1; time < times; time++) {
                stage.wires().get(wire).reset();
                Thread.sleep(between.toMillis());
            }
            stage.wires().get(wire).reset();
        });
    }

    /** All at once. */
    record PowerCut() implements Fault {
        @Override
        public String kind() {
            return "power cut";
        }

        @Override
        public void happen(FaultEnvironment stage) {
            var everything = new ArrayList<ProcessHandle>();
            for (Component part : Component.values()) {
                everything.addAll(part.processes(stage.platform()));
            }
            everything.forEach(ProcessHandle::destroyForcibly);
            everything.forEach(process -> process.onExit().join());
        }
    }

    /** Nothing more can be written where the database, or the broker's log, is. */
    record DiskFull(Component part, Duration lasting) implements Fault {
        @Override
        public String kind() {
            return "disk full " + part;
        }

        @Override
        public void happen(FaultEnvironment stage) throws InterruptedException {
            stage.disks().fill(part);
            Thread.sleep(lasting.toMillis());
        }

        @Override
        public Optional<String> impossible(FaultEnvironment stage) {
            return stage.disks().canBeFilled()
                    ? Optional.empty()
                    : Optional.of("no small disk can be mounted here: that takes root");
        }
    }

    /** The clock of one service goes wrong, forth or back, while it runs; and right again. */
    record ClockStepped(Service service, Duration step, Duration lasting) implements Fault {
        @Override
        public String kind() {
            return "clock stepped";
        }

        @Override
        public void happen(FaultEnvironment stage) throws InterruptedException {
            var clock = WrongClock.in(stage.data().path());
            stage.platform().stop(service);
            stage.platform().start(service, clock.environment());
            clock.step(step);
            Thread.sleep(lasting.toMillis());
            stage.platform().stop(service);
        }

        @Override
        public Optional<String> impossible(FaultEnvironment stage) {
            return WrongClock.isInstalled()
                    ? Optional.empty()
                    : Optional.of("libfaketime is not installed (Debian: apt-get install faketime)");
        }
    }

    /** Somebody writes to the topics what nobody should. */
    record StrangeEvents(long seed) implements Fault {
        @Override
        public String kind() {
            return "strange events";
        }

        @Override
        public void happen(FaultEnvironment stage) throws InterruptedException {
            stage.confuse(seed);
        }
    }

    /**
     * The log has forgotten all but the latest of each unit, and the aggregation-service has lost its database: it is emptied, and made anew
     * from the log, as is documented.
     */
    record RetentionExceeded() implements Fault {
        @Override
        public String kind() {
            return "retention exceeded";
        }

        @Override
        public void happen(FaultEnvironment stage) throws InterruptedException {
            stage.compact(Log.SUBMISSIONS);
            stage.platform().stop(Service.AGGREGATION);
            try (var owner = DriverManager.getConnection(stage.platform().database(Service.AGGREGATION));
                    var statement = owner.createStatement()) {
                statement.execute("drop schema public cascade; create schema public");
            } catch (SQLException e) {
                throw new IllegalStateException("The database cannot be emptied", e);
            }
        }

        @Override
        public Optional<String> impossible(FaultEnvironment stage) {
            return stage.isLogStrange()
                    ? Optional.of("the latest of a unit that a strange writer has left may be an old one")
                    : Optional.empty();
        }
    }

    /**
     * Two instances beside each other, between which people are divided, of which first the one and then the other is replaced: by what the
     * suite was built with, where the service still is of an older version, so that its migrations happen while the older one goes on.
     */
    record RollingUpgrade(Service service, Duration both) implements Fault {
        @Override
        public String kind() {
            return "rolling upgrade";
        }

        @Override
        public void happen(FaultEnvironment stage) throws InterruptedException {
            stage.upgrade(service);
            URI beside = stage.platform().startAnother(service);
            int second = beside.getPort();
            int first = stage.platform().uri(service).getPort();
            stage.toService(service).lead(first, second);
            Thread.sleep(both.toMillis());
            stage.toService(service).lead(second);
            stage.platform().stop(service);
            stage.platform().start(service, Map.of());
            stage.toService(service).lead(first);
            stage.platform().stopAnother(beside);
        }
    }
}
