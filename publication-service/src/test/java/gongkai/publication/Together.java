package gongkai.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** People who do the same at the same time. */
public final class Together {

    private Together() {}

    /** @param action what each of them does, by their number, from 0 */
    public static <T> List<T> of(int people, IntFunction<T> action) throws Exception {
        var pool = Executors.newFixedThreadPool(people);
        try {
            var results = new ArrayList<T>();
            for (Future<T> done : pool.invokeAll(IntStream.range(0, people)
                    .mapToObj(i -> (Callable<T>) () -> action.apply(i))
                    .toList())) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
