package gongkai.publication.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class Omissions implements PanacheRepositoryBase<Omission, Omission.Key> {

    List<Omission> of(String report) {
        return list("report = ?1 order by unit", report);
    }
}
