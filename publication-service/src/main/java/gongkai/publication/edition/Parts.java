package gongkai.publication.edition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.chassis.json.CanonicalJson;
import gongkai.chassis.json.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Digests of a document's parts, so that one who finds the whole changed can say where. */
@ApplicationScoped
class Parts {

    /** Long lists whose items are told apart; what else is in the document is a part as a whole. */
    private static final Set<String> BY_ITEM = Set.of("figures", "narrative");

    private final ObjectMapper json;
    private final CanonicalJson canonicalJson;

    Parts(ObjectMapper json, CanonicalJson canonicalJson) {
        this.json = json;
        this.canonicalJson = canonicalJson;
    }

    /** By JSON pointer (RFC 6901), SHA-256 over the part's canonicalJson JSON, base64url without padding. */
    Map<String, String> of(byte[] document) {
        try {
            var parts = new TreeMap<String, String>();
            for (var field : json.readTree(document).properties()) {
                JsonNode part = field.getValue();
                if (BY_ITEM.contains(field.getKey())) {
                    for (int i = 0; i < part.size(); i++) {
                        parts.put("/%s/%d".formatted(field.getKey(), i), digest(part.get(i)));
                    }
                } else {
                    parts.put("/" + field.getKey(), digest(part));
                }
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String digest(JsonNode part) {
        byte[] digest = HexFormat.of().parseHex(Sha256.hex(canonicalJson.bytes(Map.of("part", part))));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
