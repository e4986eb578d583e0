package gongkai.publication.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RulesOfBureaus implements PanacheRepositoryBase<BureauRules, String> {

    boolean wantFourEyes(String bureau) {
        return findByIdOptional(bureau).map(BureauRules::fourEyes).orElse(false);
    }
}
