package gongkai.deploy.benchmark;

import java.util.List;

/** Something to measure, with its floor. */
interface Measure {

    String name();

    List<Measurement> measure(Setting setting) throws Exception;
}
