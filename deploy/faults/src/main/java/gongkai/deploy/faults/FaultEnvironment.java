package gongkai.deploy.faults;

import gongkai.deploy.local.DataDirectory;
import gongkai.deploy.local.FreePort;
import gongkai.deploy.local.Platform;
import gongkai.deploy.local.Ports;
import gongkai.deploy.local.ProjectLayout;
import gongkai.deploy.local.ProxiedPort;
import gongkai.deploy.local.ProxiedPorts;
import gongkai.deploy.local.Service;
import java.net.URI;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A platform of whose every part, wire and disk the suite disposes. */
final class FaultEnvironment implements AutoCloseable {

    /** As in {@code deploy/run}, with room for a load that is heavier than the sample's. */
    private static final List<String> SERVICES =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xss512k");

    private final DataDirectory data;
    private final Disks disks;
    private final Map<Service, TcpProxy> toServices = new EnumMap<>(Service.class);
    private final Map<Service, TcpProxy> toPostgres = new EnumMap<>(Service.class);
    private final Map<Service, TcpProxy> toKafka = new EnumMap<>(Service.class);
    private final ProjectLayout home;
    private final Platform platform;
    private boolean logStrange;
    private boolean logCompacted;
    private final Set<Service> outdated = EnumSet.noneOf(Service.class);

    private FaultEnvironment(ProjectLayout home, DataDirectory data, Disks disks) {
        this.home = home;
        this.data = data;
        this.disks = disks;
        var ports = Ports.free();
        Map<Service, ProxiedPort> postgres = new EnumMap<>(Service.class);
        Map<Service, ProxiedPort> kafka = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            String name = Component.of(service).toString();
            toServices.put(
                    service, TcpProxy.to("clients-" + name, ports.uri(service).getPort()));
            toPostgres.put(service, TcpProxy.to(name + "-postgresql", ports.postgres()));
            postgres.put(service, new ProxiedPort(toPostgres.get(service).port(), ports.postgres()));
            int listener = FreePort.any();
            toKafka.put(service, TcpProxy.to(name + "-kafka", listener));
            kafka.put(service, new ProxiedPort(toKafka.get(service).port(), listener));
        }
        this.platform = new Platform(home, data, ports, SERVICES, new ProxiedPorts(postgres, kafka));
    }

    /** Starts everything, on no disks of its own. */
    static FaultEnvironment set(ProjectLayout home) {
        return set(home, home, false);
    }

    /**
     * Starts everything, on disks that can be filled where this machine lets us have such.
     *
     * @param older has made the services as they are at first
     */
    static FaultEnvironment set(ProjectLayout home, ProjectLayout older, boolean withDisks) {
        var data = DataDirectory.temporary();
        var disks = withDisks ? Disks.under(data.path()) : Disks.none();
        var stage = new FaultEnvironment(home, data, disks);
        if (!older.equals(home)) {
            for (Service service : Service.values()) {
                stage.platform.install(service, older);
                stage.outdated.add(service);
            }
        }
        try {
            stage.platform.start(part -> {});
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    Platform platform() {
        return platform;
    }

    /** Services that still are of the older version. */
    Set<Service> outdated() {
        return Set.copyOf(outdated);
    }

    /** From its next start on, the service is of the version that the suite was built with. */
    void upgrade(Service service) {
        platform.install(service, home);
        outdated.remove(service);
    }

    /** Somebody writes to the topics what nobody should. */
    void confuse(long seed) throws InterruptedException {
        logStrange = true;
        new StrangeWriter(this, seed).write();
    }

    /** Whether {@link #confuse} was called. */
    boolean isLogStrange() {
        return logStrange;
    }

    /** The broker forgets what later events have replaced. */
    void compact(String topic) throws InterruptedException {
        logCompacted = true;
        new Compaction(this, topic).happen();
    }

    /** Whether {@link #compact} was called. */
    boolean isLogCompacted() {
        return logCompacted;
    }

    Disks disks() {
        return disks;
    }

    DataDirectory data() {
        return data;
    }

    /** The address of a service for people. */
    URI uri(Service service) {
        return URI.create("http://127.0.0.1:" + toServices.get(service).port());
    }

    TcpProxy toService(Service service) {
        return toServices.get(service);
    }

    /** Every wire, in an order that is always the same. */
    List<TcpProxy> wires() {
        return Stream.of(toServices, toPostgres, toKafka)
                .flatMap(wires -> wires.values().stream())
                .toList();
    }

    /** Whatever was broken is mended, and whatever has ended runs again. */
    void restore() {
        wires().forEach(TcpProxy::mend);
        toServices.forEach((service, wire) -> wire.lead(platform.uri(service).getPort()));
        disks.clear();
        // The services need PostgreSQL and Kafka, so these come first.
        for (Component part : List.of(
                Component.POSTGRESQL,
                Component.KAFKA,
                Component.SUBMISSION,
                Component.AGGREGATION,
                Component.PUBLICATION)) {
            Signals.CONTINUE.to(part.processes(platform));
            part.revive(platform);
        }
    }

    @Override
    public void close() {
        try {
            wires().forEach(TcpProxy::mend);
            platform.close();
        } finally {
            wires().forEach(TcpProxy::close);
            disks.close();
            data.close();
        }
    }
}
