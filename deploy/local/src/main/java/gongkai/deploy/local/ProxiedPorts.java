package gongkai.deploy.local;

import java.util.List;
import java.util.Map;

/**
 * The ways by which services reach what they rest on, where these are not straight.
 *
 * @param kafka each leads to a port of its own, where the broker will listen
 */
public record ProxiedPorts(Map<Service, ProxiedPort> postgres, Map<Service, ProxiedPort> kafka) {

    static final ProxiedPorts NONE = new ProxiedPorts(Map.of(), Map.of());

    int postgres(Service service, int straight) {
        return postgres.containsKey(service) ? postgres.get(service).at() : straight;
    }

    int kafka(Service service, int straight) {
        return kafka.containsKey(service) ? kafka.get(service).at() : straight;
    }

    /** In the services' order. */
    List<ProxiedPort> toKafka() {
        return List.of(Service.values()).stream()
                .filter(kafka::containsKey)
                .map(kafka::get)
                .toList();
    }
}
