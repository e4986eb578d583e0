package gongkai.publication.publicapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.publication.publicapi.PublishedEditions.Entry;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/feed")
@Tag(name = "Report")
class FeedResource {

    private static final String ATOM = "application/atom+xml";

    private static final int MAX_ENTRIES = 50;

    private final PublishedEditions published;

    FeedResource(PublishedEditions published) {
        this.published = published;
    }

    @GET
    @Produces(ATOM)
    @Transactional
    @PermitAll
    @Operation(operationId = "getFeed", summary = "The latest editions, as an Atom feed (RFC 4287)")
    @APIResponse(
            responseCode = "200",
            description = "The feed, newest first",
            content = @Content(mediaType = ATOM, schema = @Schema(type = SchemaType.STRING)))
    public byte[] get(
            @RestQuery @Size(max = 64) @Parameter(description = "Of this bureau only.", example = "xingqing-justice")
                    String bureau,
            UriInfo uri)
            throws XMLStreamException {
        List<Entry> entries = published.newest(bureau, MAX_ENTRIES);
        var out = new ByteArrayOutputStream();
        XMLStreamWriter feed = XMLOutputFactory.newInstance().createXMLStreamWriter(out, UTF_8.name());
        feed.writeStartDocument(UTF_8.name(), "1.0");
        feed.writeStartElement("feed");
        feed.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element(feed, "id", uri.getRequestUri().toString());
        element(feed, "title", "政府信息公开工作年度报告");
        element(
                feed,
                "updated",
                entries.isEmpty()
                        ? Instant.EPOCH.toString()
                        : entries.get(0).publishedAt().toString());
        link(feed, "self", uri.getRequestUri().toString());
        for (Entry entry : entries) {
            write(feed, entry, uri);
        }
        feed.writeEndElement();
        feed.writeEndDocument();
        feed.close();
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter feed, Entry entry, UriInfo uri) throws XMLStreamException {
        String address = uri.getBaseUriBuilder()
                .path("v1/reports/{report}/editions/{edition}")
                .build(entry.report(), entry.edition())
                .toString();
        feed.writeStartElement("entry");
        element(feed, "id", address);
        element(feed, "title", "%s（第%d版）".formatted(entry.title(), entry.edition()));
        element(feed, "updated", entry.publishedAt().toString());
        feed.writeStartElement("author");
        element(feed, "name", entry.bureauName());
        feed.writeEndElement();
        link(feed, "alternate", address + ".html");
        element(feed, "summary", entry.reason() == null ? "首次发布" : "更正：" + entry.reason());
        feed.writeEndElement();
    }

    private static void element(XMLStreamWriter feed, String name, String text) throws XMLStreamException {
        feed.writeStartElement(name);
        feed.writeCharacters(text);
        feed.writeEndElement();
    }

    private static void link(XMLStreamWriter feed, String relation, String href) throws XMLStreamException {
        feed.writeEmptyElement("link");
        feed.writeAttribute("rel", relation);
        feed.writeAttribute("href", href);
    }
}
