package gongkai.deploy.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void free_ports_are_accepted() {
        assertThatCode(() -> Ports.free().requireFree()).doesNotThrowAnyException();
    }

    @Test
    void a_port_in_use_is_named_with_the_option_that_changes_it() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new Ports(FreePort.any(), taken.getLocalPort(), FreePort.any(), FreePort.any(), FreePort.any());

            assertThatExceptionOfType(CannotRun.class)
                    .isThrownBy(ports::requireFree)
                    .withMessageContaining(String.valueOf(taken.getLocalPort()))
                    .withMessageContaining("--aggregation-port");
        }
    }

    @Test
    void two_parts_cannot_share_a_port() {
        int port = FreePort.any();

        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(new Ports(port, port, 1, 2, 3)::requireFree)
                .withMessageContaining("--submission-port and --aggregation-port");
    }

    @Test
    void a_number_that_is_no_port_is_refused() {
        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(new Ports(70_000, 1, 2, 3, 4)::requireFree)
                .withMessageContaining("70000");
    }
}
