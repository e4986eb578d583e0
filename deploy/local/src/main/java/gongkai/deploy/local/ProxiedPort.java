package gongkai.deploy.local;

/**
 * A way to a part on which somebody stands between: a proxy that can slow it down, or cut it.
 *
 * @param at the port where the client connects
 * @param to the port where the part listens
 */
public record ProxiedPort(int at, int to) {

    static ProxiedPort parse(String ports) {
        String[] both = ports.split(":", 2);
        return new ProxiedPort(Integer.parseInt(both[0]), Integer.parseInt(both[1]));
    }

    @Override
    public String toString() {
        return at + ":" + to;
    }
}
