package gongkai.publication.edition;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the documents of editions back, also those of earlier releases, which had less in them. */
@ApplicationScoped
public class PublishedReports {

    private final ObjectMapper json;

    PublishedReports(ObjectMapper json) {
        this.json = json;
    }

    public PublishedReport read(Edition edition) {
        try {
            return json.readValue(edition.document(), PublishedReport.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Edition %d of %s cannot be read".formatted(edition.number(), edition.report()), e);
        }
    }
}
