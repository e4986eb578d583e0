package gongkai.publication.approval;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
public class Reviews implements PanacheRepository<Review> {

    public Optional<Review> latest(String report) {
        return find("report = ?1 order by id desc", report).page(0, 1).firstResultOptional();
    }
}
