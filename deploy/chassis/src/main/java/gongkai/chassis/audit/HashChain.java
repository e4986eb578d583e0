package gongkai.chassis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Appends audit entries to the hash chain of their bureau. */
@ApplicationScoped
class HashChain {

    /** An entry that is in no chain yet. */
    private record Unsealed(long id, String bureau, String document) {}

    /**
     * The outcome of a round.
     *
     * @param upTo the greatest id of an appended entry; 0 for none
     * @param isLast whether no entry is left that could be appended
     */
    record Round(long upTo, boolean isLast) {}

    /** Any number will do that no other lock of this database uses. */
    static final long WRITERS_LOCK = 0x6175646974L;

    private static final String LOCK = "select pg_try_advisory_xact_lock(?)";

    private static final String UNSEALED = """
            select e.id, e.bureau, %s as document
            from audit.audit_entry e
            where e.id > ?
              and not exists (select from audit.audit_chain s where s.entry = e.id)
            order by e.id
            limit ?
            """.formatted(EntryDocument.SQL);

    private static final String HEADS = """
            select head.bureau, head.position, head.entry, head.previous, head.hash
            from unnest(?) as chain (bureau)
            cross join lateral (
              select * from audit.audit_chain s
              where s.bureau = chain.bureau
              order by s.position desc
              limit 1) head
            """;

    private static final String SEAL = """
            insert into audit.audit_chain (bureau, position, entry, previous, hash)
            values (?, ?, ?, ?, ?)
            """;

    /**
     * Appends entries in the order of their ids, in the caller's transaction.
     *
     * @param behind entries up to this id are known to be sealed
     * @param most the greatest number of entries
     * @return nothing while another instance appends
     */
    Optional<Round> lengthen(Connection connection, long behind, int most) throws SQLException {
        if (!isOurs(connection)) {
            return Optional.empty();
        }
        List<Unsealed> entries = unsealed(connection, behind, most);
        if (entries.isEmpty()) {
            return Optional.of(new Round(0, true));
        }
        Map<String, ChainLink> heads = heads(connection, entries);
        try (var statement = connection.prepareStatement(SEAL)) {
            for (Unsealed entry : entries) {
                ChainLink link = heads.getOrDefault(entry.bureau, ChainLink.noneBefore())
                        .next(entry.bureau, entry.id, entry.document);
                heads.put(entry.bureau, link);
                statement.setString(1, link.bureau());
                statement.setLong(2, link.position());
                statement.setLong(3, link.entry());
                statement.setString(4, link.previous());
                statement.setString(5, link.hash());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return Optional.of(new Round(entries.get(entries.size() - 1).id, entries.size() < most));
    }

    /** Until the transaction ends, no other instance appends to a chain. */
    private static boolean isOurs(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, WRITERS_LOCK);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static List<Unsealed> unsealed(Connection connection, long behind, int most) throws SQLException {
        try (var statement = connection.prepareStatement(UNSEALED)) {
            statement.setLong(1, behind);
            statement.setInt(2, most);
            List<Unsealed> entries = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Unsealed(rows.getLong("id"), rows.getString("bureau"), rows.getString("document")));
                }
            }
            return entries;
        }
    }

    private static Map<String, ChainLink> heads(Connection connection, List<Unsealed> entries) throws SQLException {
        Object[] bureaus = entries.stream().map(Unsealed::bureau).distinct().toArray();
        try (var statement = connection.prepareStatement(HEADS)) {
            statement.setArray(1, connection.createArrayOf("text", bureaus));
            Map<String, ChainLink> heads = new HashMap<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var head = new ChainLink(
                            rows.getString("bureau"),
                            rows.getLong("position"),
                            rows.getLong("entry"),
                            rows.getString("previous"),
                            rows.getString("hash"));
                    heads.put(head.bureau(), head);
                }
            }
            return heads;
        }
    }
}
