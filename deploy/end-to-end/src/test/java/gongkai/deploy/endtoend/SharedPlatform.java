package gongkai.deploy.endtoend;

import gongkai.deploy.local.DataDirectory;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Ports;
import gongkai.deploy.local.ProjectLayout;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One platform for every test class that asks for it: started for the first, stopped after the last. */
final class SharedPlatform implements ParameterResolver {

    static final ProjectLayout HOME =
            new ProjectLayout(Path.of("../..").toAbsolutePath().normalize());

    /** A platform of the caller's own, on ports that nobody uses. */
    static Platform start(DataDirectory data) {
        var platform = new Platform(HOME, data, Ports.free());
        try {
            platform.start(part -> {});
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedPlatform.class))
                .computeIfAbsent(Running.class, first -> Running.start(), Running.class)
                .platform();
    }

    /** JUnit closes it with the test run. */
    private record Running(Platform platform, DataDirectory data) implements AutoCloseable {

        static Running start() {
            var data = DataDirectory.temporary();
            return new Running(SharedPlatform.start(data), data);
        }

        @Override
        public void close() {
            platform.close();
            data.close();
        }
    }
}
