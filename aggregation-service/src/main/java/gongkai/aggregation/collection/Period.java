package gongkai.aggregation.collection;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days the figures cover (统计期限), both included. */
@Embeddable
@JsonIgnoreProperties(ignoreUnknown = true)
public record Period(
        @Schema(examples = "2018-01-01") LocalDate from,
        @Schema(examples = "2018-12-31") LocalDate to) {

    public Period {
        requireNonNull(from, "a period has a first day");
        requireNonNull(to, "a period has a last day");
    }
}
