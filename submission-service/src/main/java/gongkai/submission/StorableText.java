package gongkai.submission;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Refuses the one character that JSON can write and PostgreSQL cannot store, where it comes in. */
@Singleton
class StorableText implements ObjectMapperCustomizer {

    private static final String WHY = "U+0000 cannot be stored";

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("storable-text")
                .addDeserializer(String.class, new Texts())
                .addKeyDeserializer(String.class, new Names()));
    }

    private static boolean isStorable(String text) {
        return text == null || text.indexOf('\0') < 0;
    }

    private static final class Texts extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Texts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            return isStorable(text) ? text : (String) context.handleWeirdStringValue(String.class, text, WHY);
        }
    }

    private static final class Names extends KeyDeserializer {

        @Override
        public Object deserializeKey(String name, DeserializationContext context) throws JsonMappingException {
            if (isStorable(name)) {
                return name;
            }
            throw context.weirdKeyException(String.class, name, WHY);
        }
    }
}
