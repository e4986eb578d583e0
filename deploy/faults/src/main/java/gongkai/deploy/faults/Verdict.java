package gongkai.deploy.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * The findings of the checker.
 *
 * @param lost what was acknowledged and is not there
 * @param doubled what was done more than once
 * @param wrong whatever else is not as it must be
 */
record Verdict(List<String> lost, List<String> doubled, List<String> wrong) {

    Verdict() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    boolean isClean() {
        return lost.isEmpty() && doubled.isEmpty() && wrong.isEmpty();
    }

    List<String> all() {
        var all = new ArrayList<String>();
        lost.forEach(one -> all.add("lost: " + one));
        doubled.forEach(one -> all.add("doubled: " + one));
        wrong.forEach(one -> all.add("wrong: " + one));
        return all;
    }
}
