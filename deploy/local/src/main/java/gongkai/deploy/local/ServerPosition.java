package gongkai.deploy.local;

import java.util.Locale;

/** A place in the write-ahead log of PostgreSQL, which calls it an LSN; it is a count of bytes. */
record ServerPosition(long bytes) implements Comparable<ServerPosition> {

    private static final int HEXADECIMAL = 16;
    private static final int HALF = 32;

    /** @param lsn as PostgreSQL writes it: {@code 16/B374D848} */
    static ServerPosition parse(String lsn) {
        String[] halves = lsn.split("/", -1);
        return new ServerPosition(
                (Long.parseLong(halves[0], HEXADECIMAL) << HALF) + Long.parseLong(halves[1], HEXADECIMAL));
    }

    /** How far into its segment it is. */
    int offset(int segmentBytes) {
        return (int) (bytes % segmentBytes);
    }

    ServerPosition beginOfSegment(int segmentBytes) {
        return new ServerPosition(bytes - offset(segmentBytes));
    }

    ServerPosition plus(long more) {
        return new ServerPosition(bytes + more);
    }

    /** The file that PostgreSQL keeps it in. */
    String segment(int timeline, int segmentBytes) {
        long number = bytes / segmentBytes;
        long ofOneHigh = (1L << HALF) / segmentBytes;
        return "%08X%08X%08X".formatted(timeline, number / ofOneHigh, number % ofOneHigh);
    }

    @Override
    public int compareTo(ServerPosition other) {
        return Long.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public String toString() {
        return "%X/%X".formatted(bytes >>> HALF, bytes & 0xffff_ffffL).toUpperCase(Locale.ROOT);
    }
}
