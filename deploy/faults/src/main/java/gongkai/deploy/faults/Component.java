package gongkai.deploy.faults;

import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Service;
import java.util.List;
import java.util.Locale;

/** A part of the platform that can fail by itself. */
enum Component {
    SUBMISSION,
    AGGREGATION,
    PUBLICATION,
    POSTGRESQL,
    KAFKA;

    static Component of(Service service) {
        return valueOf(service.name());
    }

    Service service() {
        return Service.valueOf(name());
    }

    private boolean isService() {
        return this != POSTGRESQL && this != KAFKA;
    }

    List<ProcessHandle> processes(Platform platform) {
        return switch (this) {
            case SUBMISSION, AGGREGATION, PUBLICATION -> platform.processes(service());
            case POSTGRESQL -> platform.postgresProcesses();
            case KAFKA -> platform.kafkaProcesses();
        };
    }

    boolean isRunning(Platform platform) {
        return !processes(platform).isEmpty();
    }

    /** Ends it as a power cut would. */
    void kill(Platform platform) {
        switch (this) {
            case SUBMISSION, AGGREGATION, PUBLICATION -> platform.kill(service());
            case POSTGRESQL -> platform.killPostgres();
            case KAFKA -> platform.killKafka();
        }
    }

    /** Asks it to end. */
    void stop(Platform platform) {
        switch (this) {
            case SUBMISSION, AGGREGATION, PUBLICATION -> platform.stop(service());
            case POSTGRESQL -> platform.stopPostgres();
            case KAFKA -> platform.stopKafka();
        }
    }

    void start(Platform platform) {
        switch (this) {
            case SUBMISSION, AGGREGATION, PUBLICATION -> platform.start(service());
            case POSTGRESQL -> platform.startPostgres();
            case KAFKA -> platform.startKafka();
        }
    }

    /** After whatever happened to it: it runs again, started anew only where it has ended. */
    void revive(Platform platform) {
        if (isRunning(platform)) {
            return;
        }
        if (!isService()) {
            // Its remaining processes must release the folder.
            kill(platform);
        }
        start(platform);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
