package gongkai.submission.collection;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.submission.Contract;
import gongkai.submission.RealPlatform;
import gongkai.submission.form.Form;
import gongkai.submission.form.Forms;
import gongkai.submission.form.Rule;
import gongkai.submission.form.Table;
import gongkai.submission.form.Term;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPlatform.class)
class CollectionEventContractTest {

    /** The sample shows a cut of the real form: whole, it would hide the shape in its length. */
    private static final Set<String> CUT = Set.of("1", "1.1", "1.2", "1.2.2", "1.2.4", "7");

    @Inject
    ObjectMapper json;

    @Inject
    Forms forms;

    @Test
    void a_collection_is_told_as_the_sample_says() throws Exception {
        var collection = new Collection(
                "xingqing-justice-2018",
                new Bureau("xingqing-justice", "银川市兴庆区司法局"),
                new Period(LocalDate.parse("2018-01-01"), LocalDate.parse("2018-12-31")),
                "xxgk-2014",
                "general-office",
                Instant.parse("2019-01-31T10:00:00Z"),
                List.of(new Unit("general-office", "综合管理办公室", "科室"), new Unit("legal-aid-centre", "法律援助中心", "法律援助中心")),
                List.of());
        collection.close("王核");
        collection.reopen();

        var stated = new StatedValue(collection.code(), "1.1");
        stated.state(BigDecimal.valueOf(12), "转载的同一文件只计1条", "王核", Instant.parse("2019-01-05T02:14:00Z"));

        String told = json.writeValueAsString(CollectionEvent.of(
                collection, cut(forms.get("xxgk-2014")), List.of(stated), Instant.parse("2019-01-05T02:15:00Z")));

        new Contract("gongkai.collection.v1").isKeptBy(told);
    }

    private static Form cut(Form form) {
        var tables = form.tables().stream()
                .map(table -> new Table(
                        table.code(),
                        table.title(),
                        table.columns(),
                        table.rows().stream()
                                .filter(row -> CUT.contains(row.code()))
                                .toList()))
                .toList();
        return new Form(
                form.code(),
                form.title(),
                form.authority(),
                form.years(),
                tables,
                form.indicators().stream()
                        .filter(indicator -> CUT.contains(indicator.code()))
                        .toList(),
                form.rules().stream()
                        .filter(rule -> rule.code().matches("B2.*|B3"))
                        .filter(rule -> cut(rule.left()).equals(rule.left()))
                        .map(rule -> new Rule(
                                rule.code(),
                                rule.severity(),
                                rule.text(),
                                rule.left(),
                                rule.relation(),
                                cut(rule.right()),
                                rule.constant(),
                                rule.when(),
                                rule.unless()))
                        .toList());
    }

    private static List<Term> cut(List<Term> terms) {
        return terms.stream().filter(term -> CUT.contains(term.indicator())).toList();
    }
}
