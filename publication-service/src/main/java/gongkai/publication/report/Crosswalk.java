package gongkai.publication.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the figures of one form compare with those of another. It is data, {@code crosswalk/<from>-<to>.json}, and says of a cell that it
 * is the same ({@code exact}), the sum or difference of others ({@code derivable}), or only a part of it ({@code partial}). What it does
 * not name is {@code not-comparable}; nothing is guessed.
 */
public final class Crosswalk {

    /** How a cell of the later form stands to cells of the earlier one. */
    @Schema(name = "CrosswalkRelation")
    public enum Relation {
        /** It counts the same. */
        @JsonProperty("exact")
        EXACT,
        /** It is the sum or difference of others. */
        @JsonProperty("derivable")
        DERIVABLE,
        /** They overlap: neither can stand for the other. */
        @JsonProperty("partial")
        PARTIAL,
        /** Nobody counted it. */
        @JsonProperty("not-comparable")
        NOT_COMPARABLE
    }

    /**
     * @param to a cell of the later form
     * @param from cells of the earlier one; with - before it, one is subtracted
     * @param note why, in a few words
     */
    public record Cell(String to, Relation relation, List<String> from, String note) {}

    private final boolean same;
    private final List<Cell> cells;

    private Crosswalk(boolean same, List<Cell> cells) {
        this.same = same;
        this.cells = List.copyOf(cells);
    }

    /** Of a form to itself, all is exact; between forms that nobody has compared, nothing is known. */
    public static Crosswalk between(String from, String to) {
        if (from.equals(to)) {
            return new Crosswalk(true, List.of());
        }
        return new Crosswalk(
                false,
                FormData.read("crosswalk/%s-%s".formatted(from, to), Cell[].class)
                        .map(List::of)
                        .orElse(List.of()));
    }

    /** The figures that can be compared without doubt, by the later form's codes. */
    public Map<String, BigDecimal> carry(Map<String, BigDecimal> figures) {
        if (same) {
            return figures;
        }
        var carried = new LinkedHashMap<String, BigDecimal>();
        cells.stream()
                .filter(cell -> cell.relation() == Relation.EXACT || cell.relation() == Relation.DERIVABLE)
                .forEach(cell -> sum(cell, figures).ifPresent(sum -> carried.put(cell.to(), sum)));
        return carried;
    }

    private static Optional<BigDecimal> sum(Cell cell, Map<String, BigDecimal> figures) {
        List<BigDecimal> terms = cell.from().stream()
                .map(term -> term.startsWith("-")
                        ? Optional.ofNullable(figures.get(term.substring(1)))
                                .map(BigDecimal::negate)
                                .orElse(null)
                        : figures.get(term))
                .toList();
        return terms.stream().allMatch(Objects::nonNull) ? terms.stream().reduce(BigDecimal::add) : Optional.empty();
    }

    /** How one cell of the later form stands to the earlier one. */
    public Cell of(String to) {
        return same
                ? new Cell(to, Relation.EXACT, List.of(to), null)
                : cells.stream()
                        .filter(cell -> cell.to().equals(to))
                        .findFirst()
                        .orElseGet(() -> new Cell(to, Relation.NOT_COMPARABLE, List.of(), null));
    }
}
