package gongkai.deploy.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Units that have not reported yet, each given out once. Their collections are opened beforehand, and more where these run out. */
final class UnreportedUnits {

    /** @param unit its number on the roster */
    record Vacancy(String collection, int unit) {}

    private final BenchmarkEnvironment setting;
    private final int units;
    private final List<String> collections = new ArrayList<>();
    private int given;

    /**
     * @param units of each collection
     * @param expected how many will be asked for
     */
    UnreportedUnits(BenchmarkEnvironment setting, int units, long expected) throws IOException, InterruptedException {
        this.setting = setting;
        this.units = units;
        for (long room = 0; room < expected; room += units) {
            collections.add(setting.open(units));
        }
    }

    synchronized Vacancy next() throws IOException, InterruptedException {
        int number = given++;
        if (number / units == collections.size()) {
            collections.add(setting.open(units));
        }
        return new Vacancy(collections.get(number / units), number % units);
    }
}
