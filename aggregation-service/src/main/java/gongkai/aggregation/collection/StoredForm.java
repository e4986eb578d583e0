package gongkai.aggregation.collection;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The text of a form, kept once for all collections that use it. */
@Entity
@Immutable
@Table(name = "form")
class StoredForm {

    @Id
    private String digest;

    private String text;

    protected StoredForm() {}

    FormDocument document() {
        return FormDocument.of(text);
    }
}
