package gongkai.chassis.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void an_action_runs_under_its_trace() {
        var seen = new AtomicReference<String>();

        TraceContext.under(TRACE, () -> seen.set(TraceContext.current()));

        assertThat(seen).hasValue(TRACE);
        assertThat(TraceContext.current()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "a trace", "00-0-0-0", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nforged"})
    void an_invalid_trace_counts_as_none(String unreadable) {
        var seen = new AtomicReference<>("not yet");

        TraceContext.under(unreadable, () -> seen.set(TraceContext.current()));

        assertThat(seen).hasValue(null);
    }
}
