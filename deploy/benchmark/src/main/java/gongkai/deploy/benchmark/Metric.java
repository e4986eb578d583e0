package gongkai.deploy.benchmark;

import java.util.List;

/** Something to measure, with its floor. */
interface Metric {

    String name();

    List<Measurement> measure(BenchmarkEnvironment setting) throws Exception;
}
