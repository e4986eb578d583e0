package gongkai.aggregation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Figures are exact, and what comes in is bounded before it takes memory: no number passes through floating point, and none is written with an exponent. */
@Singleton
class JsonNumbers implements ObjectMapperCustomizer {

    /** A form within an event is six levels deep. */
    private static final int DEEPEST = 50;

    /** A figure has at most some thirty digits, also one that is wrong. */
    private static final int LONGEST_NUMBER = 100;

    private static final int LONGEST_NAME = 1_000;

    /** In characters: a whole narrative, and more than anything else. */
    private static final int LONGEST_TEXT = 1_000_000;

    /** A roster of 20,000 units, within an event, is some 300,000. */
    private static final long MOST_TOKENS = 5_000_000;

    @Override
    @SuppressWarnings("deprecation") // The builder that replaces it is not what Quarkus hands out.
    public void customize(ObjectMapper json) {
        json.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(LONGEST_TEXT)
                        .maxTokenCount(MOST_TOKENS)
                        .build());
        json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    }
}
