package gongkai.deploy.local;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Arrays;

/** The files of a running cluster, each as it is when its turn comes. */
final class ClusterCopy {

    /** It names the place from which to recover, and no half of it may be newer than the other. */
    private static final String CONTROL = "global/pg_control";

    private static final int CONTROL_BYTES = 8_192;

    private final SourceCluster cluster;
    private int files;

    ClusterCopy(SourceCluster cluster) {
        this.cluster = cluster;
    }

    int files() {
        return files;
    }

    void writeTo(OutputStream out) throws IOException {
        try (var zip = new OwnersZip(out)) {
            for (SourceCluster.Entry entry : cluster.entries()) {
                if (entry.isFolder()) {
                    zip.addFolder(entry.path());
                } else if (!entry.path().equals(CONTROL)) {
                    zip.add(entry.path(), copy -> copy(entry.path(), copy));
                    files++;
                }
            }
            byte[] control = control();
            zip.add(CONTROL, copy -> copy.write(control));
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not give its files: " + e.getMessage(), e);
        }
    }

    private void copy(String path, OutputStream into) throws IOException {
        try {
            cluster.read(path, into);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not give %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    /** Read until two readings agree. */
    private byte[] control() throws SQLException {
        byte[] before = cluster.read(CONTROL, 0, CONTROL_BYTES);
        byte[] again = cluster.read(CONTROL, 0, CONTROL_BYTES);
        while (!Arrays.equals(before, again)) {
            before = again;
            again = cluster.read(CONTROL, 0, CONTROL_BYTES);
        }
        return again;
    }
}
