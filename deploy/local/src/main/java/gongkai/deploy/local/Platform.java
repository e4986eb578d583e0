package gongkai.deploy.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * PostgreSQL, Kafka and the three packaged services as processes of this machine.
 *
 * <p>Whatever happens, no process outlives it: {@link #close} ends them in the order in which they need each other, also when
 * another thread is still starting them, and a {@link Watchdog} does when this JVM is killed.
 */
public final class Platform implements AutoCloseable {

    /** Small, and quick to start: this is one bureau's load on one machine. */
    private static final List<String> SERVICE_MEMORY =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-Xss512k");

    private final ProjectLayout home;
    private final DataDirectory data;
    private final Ports ports;
    private final List<String> serviceOptions;
    private final ServiceSettings common;
    private final Map<Service, ProjectLayout> builds = new EnumMap<>(Service.class);
    private final Map<Service, ChildProcess> services = new EnumMap<>(Service.class);
    private final Map<URI, ChildProcess> others = new LinkedHashMap<>();
    private Watchdog watchdog;
    private LocalPostgres postgres;
    private ChildProcess kafka;
    private boolean closed;

    public Platform(ProjectLayout home, DataDirectory data, Ports ports) {
        this(home, data, ports, SERVICE_MEMORY);
    }

    /** @param serviceOptions of each service's JVM, where they should run as they would elsewhere */
    public Platform(ProjectLayout home, DataDirectory data, Ports ports, List<String> serviceOptions) {
        this(home, data, ports, serviceOptions, ProxiedPorts.NONE);
    }

    /** @param detours that the services take to the database and to the broker */
    public Platform(
            ProjectLayout home, DataDirectory data, Ports ports, List<String> serviceOptions, ProxiedPorts detours) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.serviceOptions = List.copyOf(serviceOptions);
        this.common = new ServiceSettings(data, ports, LocalIssuer.in(data.path()), detours);
    }

    /**
     * Starts everything, and returns when every service is ready to serve.
     *
     * @param progress hears of each part when it is there
     */
    public void start(Consumer<String> progress) {
        ports.requireFree();
        startWatchdog();
        launchKafka();
        startPostgres();
        progress.accept("PostgreSQL on port " + ports.postgres());
        for (Service service : Service.values()) {
            launch(service, Map.of());
        }
        awaitKafka();
        progress.accept("Kafka on port " + ports.kafka());
        for (Service service : Service.values()) {
            awaitReady(services.get(service), uri(service));
            progress.accept("%s on port %d".formatted(service.module(), ports.of(service)));
        }
    }

    public URI uri(Service service) {
        return ports.uri(service);
    }

    /** The address of a service's health and metrics. */
    public URI management(Service service) {
        return management(uri(service));
    }

    /** The address of an instance's health and metrics. */
    public static URI management(URI instance) {
        return Ports.uri(Ports.management(instance.getPort()));
    }

    /** The issuer whose tokens the services trust. */
    public LocalIssuer issuer() {
        return common.issuer();
    }

    /** A service's database, as its owner reaches it with JDBC. */
    public String database(Service service) {
        return postgres.asOwner(service.database());
    }

    /** The log file of a service; each further instance has a file of its own beside it. */
    public Path log(Service service) {
        return data.log(service.module());
    }

    private Path log(Service service, int port) {
        return port == ports.of(service) ? log(service) : data.log("%s-%d".formatted(service.module(), port));
    }

    /** The address of the broker. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** From its next start on, a service is as another build has made it: an older version, or a newer one. */
    public synchronized void install(Service service, ProjectLayout build) {
        builds.put(service, build);
    }

    /** Starts a service that is not running, and waits until it is ready. */
    public void start(Service service) {
        start(service, Map.of());
    }

    /** @param settings beside those that every service is given, as environment variables */
    public void start(Service service, Map<String, String> settings) {
        awaitReady(launch(service, settings), uri(service));
    }

    /**
     * Starts one more instance of a service, and waits until it is ready. It ends with the platform at the latest.
     *
     * @return where it listens
     */
    public URI startAnother(Service service) {
        return startAnother(service, Map.of());
    }

    /**
     * Starts one more instance of a service with other settings than the rest, and waits until it is ready.
     *
     * @param settings as environment variables
     * @throws CannotRun where it does not start with them, with its last words
     */
    public URI startAnother(Service service, Map<String, String> settings) {
        int port = FreePort.ofService();
        URI uri = Ports.uri(port);
        awaitReady(launchAnother(service, port, settings), uri);
        return uri;
    }

    /** Asks an instance that was started beside another to end, and waits until it has. */
    public synchronized void stopAnother(URI uri) {
        others.remove(uri).stop();
    }

    /** Asks a service to end, and waits until it has. */
    public synchronized void stop(Service service) {
        services.remove(service).stop();
    }

    /** Ends a service as a power cut would: kill -9. */
    public synchronized void kill(Service service) {
        services.remove(service).kill();
    }

    /** Starts the broker that was killed, on its log, and waits until it is ready. */
    public void startKafka() {
        launchKafka();
        awaitKafka();
    }

    /** Ends the broker as a power cut would: kill -9. */
    public synchronized void killKafka() {
        kafka.kill();
    }

    /** Asks the broker to end, and waits until it has. */
    public synchronized void stopKafka() {
        kafka.stop();
    }

    /** Starts PostgreSQL, which recovers where it was killed, and waits until it is ready. */
    public synchronized void startPostgres() {
        requireOpen();
        try {
            postgres = LocalPostgres.start(data.postgres(), ports.postgres(), postgresLog(), postgresBinaries());
        } catch (RuntimeException e) {
            throw new CannotRun(
                    "PostgreSQL did not start. The end of %s:%n%s"
                            .formatted(postgresLog(), ChildProcess.lastWords(postgresLog())),
                    e);
        }
        watchdog.watch(postgres.postmaster());
    }

    /** Ends PostgreSQL as a power cut would: kill -9 for each of its processes. */
    public synchronized void killPostgres() {
        postgres.kill();
    }

    /** Asks PostgreSQL to end at once, but in order. */
    public synchronized void stopPostgres() {
        postgres.close();
    }

    /** The process of a service, if it is running. */
    public synchronized List<ProcessHandle> processes(Service service) {
        return Stream.ofNullable(services.get(service))
                .map(ChildProcess::handle)
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** The process of the broker, if it is running. */
    public synchronized List<ProcessHandle> kafkaProcesses() {
        return Stream.of(kafka.handle()).filter(ProcessHandle::isAlive).toList();
    }

    /** All processes of PostgreSQL, if it is running. */
    public synchronized List<ProcessHandle> postgresProcesses() {
        return postgres.processes();
    }

    /** The memory of each part now. */
    public List<MemoryUsage> footprints() {
        return Stream.concat(
                        Stream.of(
                                MemoryUsage.of("PostgreSQL", postgres.postmaster()),
                                MemoryUsage.of("Kafka", kafka.handle())),
                        instances().map(child -> MemoryUsage.of(child.name(), child.handle())))
                .toList();
    }

    /** Waits until a process ends that should not have. */
    CannotRun awaitDeath() {
        var children = Stream.concat(Stream.of(kafka), instances());
        var postgresEnded = postgres.postmaster()
                .onExit()
                .thenApply(ignored -> new CannotRun("PostgreSQL ended by itself. The end of %s:%n%s"
                        .formatted(postgresLog(), ChildProcess.lastWords(postgresLog()))));
        var ends = Stream.concat(
                Stream.of(postgresEnded), children.map(child -> child.ended().thenApply(ChildProcess::died)));
        try {
            return (CannotRun) CompletableFuture.anyOf(ends.toArray(CompletableFuture[]::new))
                    .get();
        } catch (InterruptedException e) {
            throw new StoppedException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nothing can go wrong while waiting", e);
        }
    }

    /** Ends every process: the services, then the broker, then the database. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        instances().parallel().forEach(ChildProcess::stop);
        if (kafka != null) {
            kafka.stop();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (watchdog != null) {
            watchdog.close();
        }
    }

    private Stream<ChildProcess> instances() {
        return Stream.concat(services.values().stream(), others.values().stream());
    }

    private synchronized void startWatchdog() {
        requireOpen();
        watchdog = Watchdog.start();
    }

    private synchronized void launchKafka() {
        requireOpen();
        kafka = KafkaBroker.launch(data, ports.kafka(), common.detours().toKafka());
        watchdog.watch(kafka.handle());
    }

    private void requireOpen() {
        if (closed) {
            throw new StoppedException();
        }
    }

    private void awaitKafka() {
        kafka.awaitReady(() -> Files.exists(data.kafkaIsReady()));
    }

    private synchronized ChildProcess launch(Service service, Map<String, String> settings) {
        ChildProcess child = launch(service, ports.of(service), settings);
        services.put(service, child);
        return child;
    }

    private synchronized ChildProcess launchAnother(Service service, int port, Map<String, String> settings) {
        ChildProcess child = launch(service, port, settings);
        others.put(Ports.uri(port), child);
        return child;
    }

    private ChildProcess launch(Service service, int port, Map<String, String> more) {
        requireOpen();
        var arguments = new ArrayList<>(serviceOptions);
        arguments.addAll(
                List.of("-jar", builds.getOrDefault(service, home).jar(service).toString()));
        Map<String, String> environment = common.of(service, port, postgres);
        environment.putAll(more);
        var child = ChildProcess.java(service.module(), arguments, environment, log(service, port));
        watchdog.watch(child.handle());
        return child;
    }

    private static void awaitReady(ChildProcess child, URI uri) {
        URI health = management(uri).resolve("/q/health/ready");
        child.awaitReady(() -> isReady(health));
    }

    private static boolean isReady(URI health) {
        try {
            return ServiceClient.asAnybody().get(health).isSuccess();
        } catch (IOException notYetListening) {
            return false;
        }
    }

    private Path postgresBinaries() {
        return home.postgresBinaries(data.path());
    }

    private Path postgresLog() {
        return data.log("postgresql");
    }
}
