package gongkai.publication.rendering;

import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/** The narrative's Markdown (CommonMark). It comes from outside: HTML in it is shown, never run, and links lead to pages only. */
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();

    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .softbreak("<br />\n")
            .build();

    private Markdown() {}

    static Node read(String text) {
        return PARSER.parse(text);
    }

    static String html(String text) {
        return HTML.render(read(text));
    }
}
