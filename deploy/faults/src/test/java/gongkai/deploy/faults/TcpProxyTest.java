package gongkai.deploy.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private static final int A_MOMENT = 200;

    private ServerSocket server;
    private TcpProxy wire;
    private Socket here;
    private Socket there;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        wire = TcpProxy.to("test", server.getLocalPort());
        here = new Socket(InetAddress.getLoopbackAddress(), wire.port());
        there = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        here.close();
        there.close();
        wire.close();
        server.close();
    }

    @Test
    void what_goes_in_comes_out_in_both_directions() throws IOException {
        here.getOutputStream().write(1);
        there.getOutputStream().write(2);

        assertThat(there.getInputStream().read()).isEqualTo(1);
        assertThat(here.getInputStream().read()).isEqualTo(2);
    }

    @Test
    void what_is_sent_while_it_is_cut_arrives_when_it_is_mended() throws IOException {
        wire.cut();
        here.getOutputStream().write(1);
        there.setSoTimeout(A_MOMENT);
        assertThatThrownBy(() -> there.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

        wire.mend();

        there.setSoTimeout(0);
        assertThat(there.getInputStream().read()).isEqualTo(1);
    }

    @Test
    void a_reset_breaks_connections_and_new_ones_can_be_made() throws IOException {
        wire.reset();
        assertThatThrownBy(() -> here.getInputStream().read()).isInstanceOf(SocketException.class);

        try (var again = new Socket(InetAddress.getLoopbackAddress(), wire.port());
                var accepted = server.accept()) {
            again.getOutputStream().write(3);
            assertThat(accepted.getInputStream().read()).isEqualTo(3);
        }
    }

    @Test
    void what_is_sent_over_a_duplicating_wire_arrives_again_once_it_was_answered() throws IOException {
        wire.duplicate();

        try (var again = new Socket(InetAddress.getLoopbackAddress(), wire.port());
                var first = server.accept();
                var twin = server.accept()) {
            again.getOutputStream().write(3);
            assertThat(first.getInputStream().read()).isEqualTo(3);
            twin.setSoTimeout(A_MOMENT);
            assertThatThrownBy(() -> twin.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            first.getOutputStream().write(4);

            assertThat(again.getInputStream().read()).isEqualTo(4);
            twin.setSoTimeout(0);
            assertThat(twin.getInputStream().read()).isEqualTo(3);
        }
    }

    @Test
    void several_ends_get_one_connection_after_the_other() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            wire.lead(server.getLocalPort(), other.getLocalPort());

            try (var one = new Socket(InetAddress.getLoopbackAddress(), wire.port());
                    var two = new Socket(InetAddress.getLoopbackAddress(), wire.port());
                    var atTheServer = server.accept();
                    var atTheOther = other.accept()) {
                one.getOutputStream().write(1);
                two.getOutputStream().write(2);

                assertThat(List.of(
                                atTheServer.getInputStream().read(),
                                atTheOther.getInputStream().read()))
                        .containsExactlyInAnyOrder(1, 2);
            }
        }
    }
}
