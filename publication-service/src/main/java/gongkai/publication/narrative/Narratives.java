package gongkai.publication.narrative;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Narratives implements PanacheRepositoryBase<Narrative, String> {}
