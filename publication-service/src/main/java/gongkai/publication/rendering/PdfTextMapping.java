package gongkai.publication.rendering;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Lets a PDF's text be searched and copied as it was written. The font draws 一 and the radical ⼀ with one glyph, and the library says of
 * such a glyph that it is the radical; we know which of the two the text has.
 */
@ApplicationScoped
class PdfTextMapping {

    private static final int MAX_IN_A_BLOCK = 100;

    private static final String BEGIN = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """;

    private static final String END = """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """;

    /** Both weights have the same glyphs in the same places. */
    private final CmapLookup glyphs;

    PdfTextMapping() {
        try (var file = Pdf.font(Pdf.REGULAR_FILE)) {
            glyphs = new TTFParser().parse(new RandomAccessReadBuffer(file)).getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param text all that the PDF may show */
    byte[] asWritten(byte[] pdf, String text) throws IOException {
        byte[] cmap = cmap(text).getBytes(US_ASCII);
        try (var document = Loader.loadPDF(pdf);
                var out = new ByteArrayOutputStream()) {
            Set<COSStream> done = new HashSet<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    COSStream unicode = font.getCOSObject().getCOSStream(COSName.TO_UNICODE);
                    if (unicode != null && done.add(unicode)) {
                        try (OutputStream stream = unicode.createOutputStream(COSName.FLATE_DECODE)) {
                            stream.write(cmap);
                        }
                    }
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private String cmap(String text) {
        Map<Integer, Integer> written = new TreeMap<>();
        text.codePoints().forEach(character -> written.put(glyphs.getGlyphId(character), character));
        List<Map.Entry<Integer, Integer>> entries = List.copyOf(written.entrySet());
        var cmap = new StringBuilder(BEGIN);
        for (int from = 0; from < entries.size(); from += MAX_IN_A_BLOCK) {
            var block = entries.subList(from, Math.min(entries.size(), from + MAX_IN_A_BLOCK));
            cmap.append(block.size()).append(" beginbfchar\n");
            block.forEach(entry -> cmap.append("<%04X> <%s>\n".formatted(entry.getKey(), utf16(entry.getValue()))));
            cmap.append("endbfchar\n");
        }
        return cmap.append(END).toString();
    }

    private static String utf16(int character) {
        var hex = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            hex.append("%04X".formatted((int) unit));
        }
        return hex.toString();
    }
}
