package gongkai.aggregation.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

@ApplicationScoped
public class Forms implements PanacheRepositoryBase<StoredForm, String> {

    private static final String KEEP = """
            insert into form (digest, text)
            values (:digest, :text)
            on conflict do nothing
            """;

    /** A digest never means another text, so nothing here grows old; and there are fewer forms than years. */
    private final Map<String, FormDocument> understood = new ConcurrentHashMap<>();

    public FormDocument of(Announcement announcement) {
        return understood.computeIfAbsent(
                announcement.form(), digest -> findById(digest).document());
    }

    void keep(FormDocument form) {
        getEntityManager()
                .createNativeQuery(KEEP)
                .setParameter("digest", form.digest())
                .setParameter("text", form.text())
                .executeUpdate();
    }
}
