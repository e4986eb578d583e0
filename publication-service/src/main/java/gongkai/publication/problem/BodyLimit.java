package gongkai.publication.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that is too large with a problem; the framework's own limit answers with nothing at all. */
@Provider
class BodyLimit implements ReaderInterceptor {

    private final int limit;

    BodyLimit(@ConfigProperty(name = "body-limit") MemorySize limit) {
        this.limit = Math.toIntExact(limit.asLongValue());
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        InputStream body = context.getInputStream();
        byte[] read = body.readNBytes(limit + 1);
        if (read.length > limit) {
            throw new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE);
        }
        context.setInputStream(new ByteArrayInputStream(read));
        return context.proceed();
    }
}
