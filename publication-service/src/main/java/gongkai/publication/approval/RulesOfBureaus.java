package gongkai.publication.approval;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class RulesOfBureaus implements PanacheRepositoryBase<BureauRules, String> {

    public boolean wantFourEyes(String bureau) {
        return findByIdOptional(bureau).map(BureauRules::fourEyes).orElse(false);
    }
}
