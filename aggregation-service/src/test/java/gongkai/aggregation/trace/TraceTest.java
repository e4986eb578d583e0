package gongkai.aggregation.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void what_is_done_under_a_trace_is_told_under_it() {
        var seen = new AtomicReference<String>();

        Trace.under(TRACE, () -> seen.set(Trace.current()));

        assertThat(seen).hasValue(TRACE);
        assertThat(Trace.current()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "a trace", "00-0-0-0", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nforged"})
    void a_trace_that_cannot_be_read_is_none(String unreadable) {
        var seen = new AtomicReference<>("not yet");

        Trace.under(unreadable, () -> seen.set(Trace.current()));

        assertThat(seen).hasValue(null);
    }
}
