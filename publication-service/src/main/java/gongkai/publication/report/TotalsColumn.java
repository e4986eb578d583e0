package gongkai.publication.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Totals are stored as the text of their event. */
@Converter
@Singleton
class TotalsColumn implements AttributeConverter<Totals, String> {

    private final ObjectMapper json;

    TotalsColumn(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String convertToDatabaseColumn(Totals totals) {
        throw new UnsupportedOperationException("Only ReportUpdater writes totals");
    }

    @Override
    public Totals convertToEntityAttribute(String event) {
        try {
            return json.readValue(event, Totals.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored totals cannot be read", e);
        }
    }
}
