package gongkai.publication.rendering;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;

/** The formats that an edition is read in, all printed from its one document. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON, ".json"),
    HTML(Format.HTML_TYPE, ".html"),
    CSV(Format.CSV_TYPE, ".csv"),
    XLSX(Format.XLSX_TYPE, ".xlsx"),
    DOCX(Format.DOCX_TYPE, ".docx"),
    PDF(Format.PDF_TYPE, ".pdf");

    public static final String HTML_TYPE = "text/html;charset=UTF-8";
    public static final String CSV_TYPE = "text/csv;charset=UTF-8";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String PDF_TYPE = "application/pdf";

    private final String type;
    private final String suffix;

    Format(String type, String suffix) {
        this.type = type;
        this.suffix = suffix;
    }

    /** The format that the caller prefers; JSON without a preference. */
    public static Format of(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted ->
                        Arrays.stream(values()).filter(format -> accepted.isCompatible(MediaType.valueOf(format.type))))
                .findFirst()
                .orElse(JSON);
    }

    public String type() {
        return type;
    }

    public String suffix() {
        return this == JSON ? "" : suffix;
    }

    public String ending() {
        return suffix;
    }

    /** The document's own digest for the document itself; what is printed from it may change with a release, and is told apart. */
    public String tag(String digest) {
        return this == JSON ? digest : digest + suffix;
    }
}
