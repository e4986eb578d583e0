package gongkai.deploy.endtoend;

import gongkai.deploy.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The roles that may call each operation, as the table in {@code deploy/access.md} says. */
final class AccessTable {

    /** A caller without a token. */
    static final String ANYBODY = "anybody";

    private static final String FIRST_COLUMN = "| service | operations |";
    private static final Pattern OPERATION = Pattern.compile("`(\\w+)`");

    private final Map<Service, Map<String, Set<String>>> rows = new EnumMap<>(Service.class);

    static AccessTable read() {
        List<String> lines;
        try {
            lines = Files.readAllLines(SharedPlatform.HOME.root().resolve("deploy/access.md"));
        } catch (IOException e) {
            throw new UncheckedIOException("The table of roles cannot be read", e);
        }
        int header = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(FIRST_COLUMN))
                .findFirst()
                .orElseThrow());
        var table = new AccessTable();
        List<String> columns = cells(lines.get(header));
        lines.stream()
                .skip(header + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .map(AccessTable::cells)
                .forEach(cells -> table.add(columns, cells));
        return table;
    }

    private void add(List<String> columns, List<String> cells) {
        var allowed = new HashSet<String>();
        for (int column = 2; column < columns.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                allowed.add(columns.get(column));
            }
        }
        Service service = Stream.of(Service.values())
                .filter(one -> one.module().startsWith(cells.get(0)))
                .findFirst()
                .orElseThrow();
        OPERATION.matcher(cells.get(1)).results().map(match -> match.group(1)).forEach(operation -> {
            Set<String> before =
                    rows.computeIfAbsent(service, first -> new HashMap<>()).put(operation, allowed);
            if (before != null) {
                throw new IllegalStateException("%s stands twice in the table".formatted(operation));
            }
        });
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (String cell : line.substring(1).split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    /** The roles that may call it; empty if the table does not have the operation. */
    Optional<Set<String>> mayCall(Service service, String operation) {
        return Optional.ofNullable(rows.getOrDefault(service, Map.of()).get(operation));
    }

    Set<String> operations(Service service) {
        return rows.getOrDefault(service, Map.of()).keySet();
    }
}
