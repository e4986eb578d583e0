package gongkai.publication.approval;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class Omissions implements PanacheRepositoryBase<Omission, Omission.Key> {

    public List<Omission> of(String report) {
        return list("report = ?1 order by unit", report);
    }
}
