package gongkai.publication.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class Approvals implements PanacheRepository<Approval> {

    Optional<Approval> latest(String report) {
        return find("report = ?1 order by id desc", report).page(0, 1).firstResultOptional();
    }
}
