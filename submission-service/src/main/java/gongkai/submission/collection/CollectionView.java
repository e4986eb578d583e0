package gongkai.submission.collection;

import gongkai.submission.form.LocalRow;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A collection with its roster, as its readers see it. */
record CollectionView(
        String collection,
        long revision,
        Collection.State state,
        Bureau bureau,
        Period period,
        String form,
        String compiledBy,
        Instant deadline,
        List<Unit> units,
        List<LocalRow> localRows,

        @Schema(description = "The collection above that the totals go up to; null for none")
        ReportsTo reportsTo) {

    static CollectionView of(Collection collection) {
        return new CollectionView(
                collection.code(),
                collection.revision(),
                collection.state(),
                collection.bureau(),
                collection.period(),
                collection.form(),
                collection.compiledBy(),
                collection.deadline(),
                collection.units(),
                collection.localRows(),
                collection.reportsTo().orElse(null));
    }
}
