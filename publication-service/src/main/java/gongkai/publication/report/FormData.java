package gongkai.publication.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * This service's own data about forms: JSON files among the resources. {@code form-data.index} lists them, so that a new form needs no
 * change of code.
 */
public final class FormData {

    private static final String SUFFIX = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** They change with a release only. */
    private static final List<String> INDEX = index();

    private FormData() {}

    /** The names of the files of one kind: the paths without this beginning and without their suffix. */
    public static List<String> names(String beginning) {
        return INDEX.stream()
                .filter(path -> path.startsWith(beginning))
                .map(path -> path.substring(beginning.length(), path.length() - SUFFIX.length()))
                .toList();
    }

    /**
     * Reads one file; empty if the index does not list it.
     *
     * @param path without its suffix
     */
    public static <T> Optional<T> read(String path, Class<T> type) {
        if (!INDEX.contains(path + SUFFIX)) {
            return Optional.empty();
        }
        try (InputStream file = FormData.class.getResourceAsStream("/" + path + SUFFIX)) {
            return Optional.of(JSON.readValue(file, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> index() {
        try (InputStream file = FormData.class.getResourceAsStream("/form-data.index")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
