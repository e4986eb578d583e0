package gongkai.publication.rendering;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Markdown's paragraphs and lists, with what is strong in them; other marks leave their words. */
final class WordParagraphs extends AbstractVisitor {

    private final XWPFDocument document;
    private XWPFParagraph paragraph;
    private boolean strong;
    private String mark = "";
    private int number;

    WordParagraphs(XWPFDocument document) {
        this.document = document;
    }

    @Override
    public void visit(Paragraph node) {
        begin(node);
    }

    @Override
    public void visit(Heading node) {
        strong = true;
        begin(node);
        strong = false;
    }

    private void begin(Node node) {
        paragraph = document.createParagraph();
        if (!mark.isEmpty()) {
            write(mark);
            mark = "";
        }
        visitChildren(node);
    }

    @Override
    public void visit(BulletList list) {
        number = 0;
        visitChildren(list);
    }

    @Override
    public void visit(OrderedList list) {
        number = 1;
        visitChildren(list);
    }

    @Override
    public void visit(ListItem item) {
        mark = number == 0 ? "• " : number++ + ". ";
        visitChildren(item);
    }

    @Override
    public void visit(StrongEmphasis node) {
        strong = true;
        visitChildren(node);
        strong = false;
    }

    @Override
    public void visit(Text text) {
        write(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        write(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        write(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        paragraph = document.createParagraph();
        write(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
        paragraph.createRun().addBreak();
    }

    @Override
    public void visit(HardLineBreak node) {
        paragraph.createRun().addBreak();
    }

    private void write(String text) {
        WordDocument.run(paragraph, text, WordDocument.TEXT, strong);
    }
}
