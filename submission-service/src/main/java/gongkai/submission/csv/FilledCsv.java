package gongkai.submission.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import gongkai.chassis.problem.ProblemException;
import gongkai.submission.file.Entries;
import gongkai.submission.file.NotApplicable;
import gongkai.submission.file.Pin;
import gongkai.submission.form.Place;
import gongkai.submission.form.Stated;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A CSV file that comes in. Its columns go by their names, in any order; columns with other names are read over. A blank figure states
 * nothing; “不适用” or “N/A” says that the question does not arise; what is no plain number is passed on as the text it is, for
 * the check to name. So is a number like 1.2E+11, to which Excel shortens a long one: its last digits are lost.
 */
public final class FilledCsv {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    /** The largest form has some 200 indicators and 60 rules, and a bureau may add rows. */
    private static final int MAX_ROWS = 5_000;

    private static final int MAX_COLUMNS = 20;
    private static final int MAX_CELL_LENGTH = 10_000;

    private static final CsvFactory CSV = CsvFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_CELL_LENGTH)
                    .build())
            .build();

    private record Row(int line, List<String> cells) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }

        private boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** The content of the figure's column, and its line. */
    private record Entry(int line, String entered) {}

    private final Map<String, Entry> entries = new HashMap<>();

    /** @throws ProblemException if it cannot be read */
    public FilledCsv(byte[] file) {
        List<Row> rows = rows(decoded(file));
        if (rows.isEmpty()) {
            throw new ProblemException(CsvProblem.CSV_HEADER_MISSING);
        }
        List<String> header = rows.get(0).cells.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        int code = header.indexOf(Columns.CODE);
        int figure = header.indexOf(Columns.FIGURE);
        if (code < 0 || figure < 0) {
            throw new ProblemException(CsvProblem.CSV_HEADER_MISSING);
        }
        for (Row row : rows.subList(1, rows.size())) {
            if (entries.putIfAbsent(row.cell(code), new Entry(row.line, row.cell(figure))) != null) {
                throw new ProblemException(CsvProblem.CSV_CODE_TWICE, row.line);
            }
        }
    }

    /**
     * Lets the file in only where it belongs; a file that does not say what it was made for belongs where it is sent.
     *
     * @throws ProblemException if it says otherwise
     */
    public void mustBeFor(String collection, String unit, String form) {
        var pin = new Pin(
                text(Columns.COLLECTION).orElse(collection),
                text(Columns.UNIT).orElse(unit),
                text(Columns.FORM).orElse(form),
                0);
        pin.mustBeFor(collection, unit, form);
    }

    /** The revision that it says it was made on. */
    public Optional<Long> revision() {
        return text(Columns.REVISION).map(revision -> {
            try {
                return Long.valueOf(revision);
            } catch (NumberFormatException notANumber) {
                throw new ProblemException(CsvProblem.CSV_REVISION_UNREADABLE, entries.get(Columns.REVISION).line);
            }
        });
    }

    /** All entries of the file. */
    public Entries entries() {
        Map<String, Object> values = new TreeMap<>();
        Set<String> notApplicable = new HashSet<>();
        Map<String, String> explanations = new HashMap<>();
        Map<String, Entry> others = new TreeMap<>(entries);
        others.keySet().removeAll(Columns.ABOUT_THE_FILE);
        others.forEach((code, entry) -> {
            if (code.startsWith(Columns.EXPLANATION)) {
                text(code).ifPresent(why -> explanations.put(code.substring(Columns.EXPLANATION.length()), why));
            } else if (NotApplicable.is(entry.entered)) {
                notApplicable.add(code);
            } else if (!entry.entered.isEmpty()) {
                values.put(code, number(entry.entered));
            }
        });
        return new Entries(
                new Stated(values, notApplicable),
                explanations,
                text(Columns.REMARKS).orElse(null),
                text(Columns.SUBMITTED_BY).orElse(null));
    }

    /** The place of an indicator's figure. */
    public Place place(String indicator) {
        return entries.containsKey(indicator) ? Place.line(entries.get(indicator).line) : Place.UNKNOWN;
    }

    private Optional<String> text(String code) {
        return Optional.ofNullable(entries.get(code))
                .map(entry -> CellText.unguarded(entry.entered))
                .filter(text -> !text.isBlank());
    }

    private static Object number(String entered) {
        return NUMBER.matcher(entered).matches() ? new BigDecimal(entered) : entered;
    }

    /** UTF-8 is tried first: text in GB18030 practically never is valid UTF-8, the other way round it often is. */
    private static String decoded(byte[] file) {
        String text = decoded(file, UTF_8)
                .or(() -> decoded(file, GB18030))
                .orElseThrow(() -> new ProblemException(CsvProblem.CSV_ENCODING_UNKNOWN));
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    /** The rows that are not blank. */
    private static List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        int line = 1;
        try (CsvParser parser = CSV.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    line = parser.currentLocation().getLineNr();
                    Row row = new Row(line, cells(parser, line));
                    if (!row.isBlank()) {
                        rows.add(row);
                    }
                }
                if (rows.size() > MAX_ROWS) {
                    throw new ProblemException(CsvProblem.CSV_TOO_LARGE, line);
                }
            }
        } catch (JsonProcessingException broken) {
            throw new ProblemException(CsvProblem.CSV_BROKEN, line);
        } catch (IOException impossible) {
            throw new IllegalStateException("A string cannot fail to be read", impossible);
        }
        return rows;
    }

    private static List<String> cells(CsvParser parser, int line) throws IOException {
        List<String> cells = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            cells.add(parser.getText());
            if (cells.size() > MAX_COLUMNS) {
                throw new ProblemException(CsvProblem.CSV_TOO_LARGE, line);
            }
        }
        return cells;
    }
}
