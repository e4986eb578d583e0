package gongkai.aggregation.total;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;

/** Totals as they are sent. Those of a revision never change: they are put together once, and kept while there is room. */
@ApplicationScoped
class WrittenTotals {

    /** Some 800 collections of 20 units; those of 20,000 units take a few MB each. */
    private static final long ROOM_BYTES = 16 << 20;

    private record Key(String collection, long revision) {}

    private final Snapshots snapshots;
    private final ObjectMapper json;
    private final Cache<Key, byte[]> written = Caffeine.newBuilder()
            .maximumWeight(ROOM_BYTES)
            .weigher((Key key, byte[] bytes) -> bytes.length)
            .build();

    WrittenTotals(Snapshots snapshots, ObjectMapper json) {
        this.snapshots = snapshots;
        this.json = json;
    }

    /** As JSON in UTF-8. */
    byte[] of(String collection, long revision) {
        var key = new Key(collection, revision);
        byte[] known = written.getIfPresent(key);
        if (known != null) {
            return known;
        }
        byte[] bytes = write(TotalsView.of(snapshots.breakdown(collection, revision)));
        written.put(key, bytes);
        return bytes;
    }

    private byte[] write(TotalsView totals) {
        try {
            return json.writeValueAsBytes(totals);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The totals of %s cannot be written".formatted(totals.collection()), e);
        }
    }
}
