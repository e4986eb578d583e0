package gongkai.aggregation.total;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;

/** Totals as JSON. Those of a revision never change, so they are written once and cached. */
@ApplicationScoped
class TotalsCache {

    /** Some 800 collections of 20 units; those of 20,000 units take a few MB each. */
    private static final long MAX_BYTES = 16 << 20;

    private record Key(String collection, long revision) {}

    private final Snapshots snapshots;
    private final ObjectMapper json;
    private final Cache<Key, byte[]> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, byte[] bytes) -> bytes.length)
            .build();

    TotalsCache(Snapshots snapshots, ObjectMapper json) {
        this.snapshots = snapshots;
        this.json = json;
    }

    /** As JSON in UTF-8. */
    byte[] json(String collection, long revision) {
        var key = new Key(collection, revision);
        byte[] known = cache.getIfPresent(key);
        if (known != null) {
            return known;
        }
        byte[] bytes = write(TotalsView.of(snapshots.breakdown(collection, revision)));
        cache.put(key, bytes);
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
