package gongkai.publication.signing;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

@Path("/.well-known/jwks.json")
@Tag(name = "Report")
class KeysResource {

    static final String JWK_SET = "application/jwk-set+json";

    private final SigningKeys keys;

    KeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(JWK_SET)
    @Transactional
    @PermitAll
    @Operation(
            operationId = "getKeys",
            summary = "The public keys that editions are signed with, the latest first (RFC 7517)")
    @APIResponse(
            responseCode = "200",
            description = "Every key that ever signed",
            content = @Content(mediaType = JWK_SET, schema = @Schema(type = SchemaType.OBJECT)))
    public Response get() throws JoseException {
        var all = new JsonWebKeySet();
        for (String key : keys.all()) {
            all.addJsonWebKey(JsonWebKey.Factory.newJwk(key));
        }
        return Response.ok(all.toJson())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
