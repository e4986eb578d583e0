package gongkai.chassis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Reads JSON strictly: Jackson guesses nothing (a number for a text, a fraction cut to a count), and every size is bounded. */
@Singleton
class JsonSettings implements ObjectMapperCustomizer {

    /** A form within an event is six levels deep. */
    private static final int MAX_DEPTH = 50;

    /** A figure has at most some thirty digits, also one that is wrong. */
    private static final int MAX_NUMBER_LENGTH = 100;

    private static final int MAX_NAME_LENGTH = 1_000;

    /** In characters: a whole narrative, and more than anything else. */
    private static final int MAX_TEXT_LENGTH = 1_000_000;

    /** A roster of 20,000 units, within an event, is some 300,000. */
    private static final long MAX_TOKENS = 5_000_000;

    @Override
    @SuppressWarnings("deprecation") // The builder that replaces it is not what Quarkus hands out.
    public void customize(ObjectMapper mapper) {
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        for (var shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxStringLength(MAX_TEXT_LENGTH)
                        .maxTokenCount(MAX_TOKENS)
                        .build());
    }
}
