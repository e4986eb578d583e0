package gongkai.aggregation.collection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Forms implements PanacheRepositoryBase<StoredForm, String> {

    private static final String KEEP = """
            insert into form (digest, text)
            values (:digest, :text)
            on conflict do nothing
            """;

    public FormDocument of(Announcement announcement) {
        String digest = announcement.form();
        return FormDocument.seen(digest).orElseGet(() -> findById(digest).document());
    }

    void keep(FormDocument form) {
        getEntityManager()
                .createNativeQuery(KEEP)
                .setParameter("digest", form.digest())
                .setParameter("text", form.text())
                .executeUpdate();
    }
}
