package gongkai.deploy.local;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A running PostgreSQL as a backup sees it. Everything comes over one connection, so that neither its programs nor access to its files
 * is needed: the low-level interface of backups, and functions that read files.
 */
final class SourceCluster implements AutoCloseable {

    /** @param system the number that a cluster is given when it is made, and that its copies share */
    record Identity(String system, int timeline, int version, int segmentBytes) {}

    /** A file or a folder of the cluster, by its path in it. */
    record Entry(String path, boolean isFolder) {}

    private static final int CHUNK = 4 << 20;

    private static final String IDENTITY = """
            select system_identifier::text, timeline_id, current_setting('server_version_num')::int,
              pg_size_bytes(current_setting('wal_segment_size'))::int
            from pg_control_system(), pg_control_checkpoint()
            """;

    /** What PostgreSQL makes anew, and what is a running server's own, is left out, as pg_basebackup does. */
    private static final String FILES = """
            with recursive entry (path, is_folder) as (
              select name, (pg_stat_file(name, true)).isdir
              from pg_ls_dir('.') as name
              where name not in ('postmaster.pid', 'postmaster.opts', 'epg-lock', 'current_logfiles', 'backup_label.old')
              union all
              select entry.path || '/' || name, (pg_stat_file(entry.path || '/' || name, true)).isdir
              from entry, pg_ls_dir(entry.path, true, false) as name
              where entry.is_folder
                and entry.path not in ('pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans')
                and (entry.path not like 'pg_wal%' or entry.path = 'pg_wal' and name in ('archive_status', 'summaries'))
                and name not like 'pgsql_tmp%' and name not like 'pg_internal.init%')
            select path, is_folder
            from entry
            where is_folder is not null
            order by path
            """;

    private static final String READ = "select pg_read_binary_file(?, ?, ?, true)";

    private static final String TABLESPACES = "select count(*) from pg_ls_dir('pg_tblspc')";

    private static final String MAKE_SLOT = "select pg_create_physical_replication_slot(?, true)";

    /** A slot that fell too far behind is there, and of no more use. */
    private static final String SLOT = """
            select count(*)
            from pg_replication_slots
            where slot_name = ? and restart_lsn is not null and wal_status <> 'lost'
            """;

    private static final String ADVANCE_SLOT = """
            select pg_replication_slot_advance(slot_name, ?::pg_lsn)
            from pg_replication_slots
            where slot_name = ? and restart_lsn < ?::pg_lsn
            """;

    private static final String DROP_SLOT = """
            select pg_drop_replication_slot(slot_name)
            from pg_replication_slots
            where slot_name = ?
            """;

    /** A transaction of its own, so that recovery to any moment before it finds where to stop. */
    private static final String MARK = "select pg_logical_emit_message(true, 'gongkai.backup', '')";

    private final Connection connection;
    private final Identity identity;

    private SourceCluster(Connection connection, Identity identity) {
        this.connection = connection;
        this.identity = identity;
    }

    static SourceCluster connect(String url, Properties credentials) throws SQLException {
        Connection connection = DriverManager.getConnection(url, credentials);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(IDENTITY)) {
            row.next();
            var identity = new Identity(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4));
            return new SourceCluster(connection, identity);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Identity identity() {
        return identity;
    }

    Instant now() throws SQLException {
        try (var statement = connection.prepareStatement("select clock_timestamp()");
                var row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    boolean hasTablespaces() throws SQLException {
        return !text(TABLESPACES).equals("0");
    }

    /** From now on PostgreSQL keeps its log until it is told that we have it. */
    void makeSlot(String name) throws SQLException {
        text(MAKE_SLOT, name);
    }

    boolean hasSlot(String name) throws SQLException {
        return !text(SLOT, name).equals("0");
    }

    void advanceSlot(String name, ServerPosition to) throws SQLException {
        text(ADVANCE_SLOT, to.toString(), name, to.toString());
    }

    void dropSlot(String name) throws SQLException {
        text(DROP_SLOT, name);
    }

    /** @return from where the log is needed to make the copied files whole */
    ServerPosition begin(String label) throws SQLException {
        return ServerPosition.parse(text("select pg_backup_start(?, true)", label));
    }

    /** @return what goes into the copy as {@code backup_label}, and from where on it is whole */
    Finished finish() throws SQLException {
        try (var statement = connection.prepareStatement("select lsn, labelfile from pg_backup_stop(false)");
                var row = statement.executeQuery()) {
            row.next();
            return new Finished(ServerPosition.parse(row.getString(1)), row.getString(2));
        }
    }

    record Finished(ServerPosition position, String label) {}

    void mark() throws SQLException {
        text(MARK);
    }

    /** How far the log is on the disk, and will be found after a crash. */
    ServerPosition position() throws SQLException {
        return ServerPosition.parse(text("select pg_current_wal_flush_lsn()"));
    }

    List<Entry> entries() throws SQLException {
        try (var statement = connection.prepareStatement(FILES);
                var rows = statement.executeQuery()) {
            List<Entry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(new Entry(rows.getString(1), rows.getBoolean(2)));
            }
            return entries;
        }
    }

    /** Copies a file as it is at each moment; what is inconsistent in it the log mends. One that is gone is left out: the log says so too. */
    void read(String path, OutputStream into) throws SQLException, IOException {
        long offset = 0;
        int length = CHUNK;
        while (length == CHUNK) {
            byte[] chunk = read(path, offset, CHUNK);
            into.write(chunk);
            length = chunk.length;
            offset += length;
        }
    }

    byte[] read(String path, long offset, int length) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, path);
            statement.setLong(2, offset);
            statement.setLong(3, length);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                byte[] bytes = row.getBytes(1);
                return bytes == null ? new byte[0] : bytes;
            }
        }
    }

    private String text(String query, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
