package gongkai.deploy.faults;

import gongkai.deploy.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which faults happen, in which order and how: drawn from a seed. */
final class Schedule {

    /** Each way in which something can go wrong comes equally often; what exactly, is drawn. */
    private static final List<Function<Random, Fault>> ALL = List.of(
            random -> Fault.killed(part(random), seconds(random, 0, 4)),
            random -> Fault.terminated(part(random), seconds(random, 0, 4)),
            random -> Fault.paused(part(random), seconds(random, 4, 15)),
            random -> new Fault.PowerCut(),
            random -> Fault.wireCut(wire(random), seconds(random, 4, 15)),
            random -> Fault.wireSlow(wire(random), Duration.ofMillis(20 + random.nextInt(200)), seconds(random, 4, 10)),
            random -> Fault.wireReset(wire(random), 1 + random.nextInt(8), Duration.ofMillis(500)),
            random -> Fault.wireDuplicating(wire(random), seconds(random, 4, 10)),
            random -> new Fault.DiskFull(
                    random.nextBoolean() ? Component.POSTGRESQL : Component.KAFKA, seconds(random, 5, 12)),
            random -> new Fault.ClockStepped(
                    service(random), Duration.ofHours(random.nextBoolean() ? 1 : -1), seconds(random, 4, 8)),
            random -> new Fault.StrangeEvents(random.nextLong()),
            random -> new Fault.RetentionExceeded(),
            random -> Fault.leftBehind(
                    random.nextBoolean() ? Component.AGGREGATION : Component.PUBLICATION, seconds(random, 10, 20)),
            random -> new Fault.RollingUpgrade(service(random), seconds(random, 2, 6)));

    private static final List<Component> PARTS = List.of(Component.values());
    private static final List<Service> SERVICES = List.of(Service.values());
    private static final int WIRES = 9;

    private Schedule() {}

    /** Round after round of everything that is wanted, each in another order, for as long as somebody asks. */
    static Iterator<Fault> drawn(long seed, Predicate<Fault> wanted) {
        // Stirred first: the first draws of seeds that follow each other are nearly the same.
        var random = new Random(new SplittableRandom(seed).nextLong());
        return Stream.generate(() -> round(random))
                .flatMap(List::stream)
                .filter(wanted)
                .iterator();
    }

    private static List<Fault> round(Random random) {
        List<Fault> round = new ArrayList<>();
        ALL.forEach(one -> round.add(one.apply(random)));
        Collections.shuffle(round, random);
        return round;
    }

    private static Component part(Random random) {
        return PARTS.get(random.nextInt(PARTS.size()));
    }

    private static Service service(Random random) {
        return SERVICES.get(random.nextInt(SERVICES.size()));
    }

    private static int wire(Random random) {
        return random.nextInt(WIRES);
    }

    private static Duration seconds(Random random, int least, int most) {
        return Duration.ofSeconds(least + random.nextInt(most - least + 1));
    }
}
