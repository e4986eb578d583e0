package gongkai.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A clone of the repository that has been built. */
public record ProjectLayout(Path root) {

    public Path sample() {
        return root.resolve("deploy/sample/xingqing-2018");
    }

    /**
     * The folder where the platform keeps its data that was started last and still runs.
     *
     * @throws CannotRun where none runs
     */
    Path running() {
        try {
            return Path.of(Files.readString(whereItRuns()));
        } catch (NoSuchFileException e) {
            throw new CannotRun("deploy/run is not running; name the folder of its data with --data", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code deploy/token}, until the platform stops; not for others' repositories. */
    void runs(DataDirectory data) {
        if (Files.isWritable(whereItRuns().getParent())) {
            try {
                Files.writeString(whereItRuns(), data.path().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void runsNoMore(DataDirectory data) {
        try {
            if (Files.exists(whereItRuns()) && running().equals(data.path())) {
                Files.delete(whereItRuns());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path whereItRuns() {
        return root.resolve("deploy/local/target/running");
    }

    /** Everything that a service ships, with its hash and its licence (CycloneDX). */
    public Path billOfMaterials(Service service) {
        return root.resolve(service.module()).resolve("target/quarkus-run-cyclonedx.json");
    }

    /** Everything of a service that is shipped. */
    public Path shipped(Service service) {
        return root.resolve(service.module()).resolve("target/quarkus-app");
    }

    Path jar(Service service) {
        Path jar = shipped(service).resolve("quarkus-run.jar");
        if (Files.notExists(jar)) {
            throw new CannotRun("%s is not built: run `mvn -Dquick package` in %s".formatted(service.module(), root));
        }
        return jar;
    }

    /**
     * The folder of PostgreSQL's unpacked programs: in the build's folder, unless that belongs to another user.
     *
     * @param data where they are then
     */
    Path postgresBinaries(Path data) {
        Path built = root.resolve("deploy/local/target");
        return (Files.isWritable(built) ? built : data).resolve("postgresql-binaries");
    }
}
