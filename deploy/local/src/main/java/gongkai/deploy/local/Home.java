package gongkai.deploy.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** A clone of the repository that has been built. */
public record Home(Path root) {

    public Path sample() {
        return root.resolve("deploy/sample/xingqing-2018");
    }

    Path jar(Service service) {
        Path jar = root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (Files.notExists(jar)) {
            throw new CannotRun("%s is not built: run `mvn -Dquick package` in %s".formatted(service.module(), root));
        }
        return jar;
    }
}
