package gongkai.chassis.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/** Reads and writes JSON columns by fixed rules, which no change to the HTTP interface can touch. */
@JsonFormat
@PersistenceUnitExtension
public class JsonColumns implements FormatMapper {

    private static final JsonMapper JSON = mapper();

    private final FormatMapper format = new JacksonJsonFormatMapper(JSON);

    /** The content of a column, for statements that Hibernate does not write. */
    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("%s cannot be written as JSON".formatted(value.getClass()), e);
        }
    }

    @Override
    public <T> T fromString(CharSequence stored, JavaType<T> type, WrapperOptions options) {
        return format.fromString(stored, type, options);
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return format.toString(value, type, options);
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .findAndAddModules()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        new JsonSettings().customize(mapper);
        return mapper;
    }
}
