package gongkai.aggregation.collection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether units may still submit. */
public enum CollectionState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("closed")
    CLOSED
}
