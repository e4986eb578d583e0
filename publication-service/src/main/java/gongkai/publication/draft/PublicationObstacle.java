package gongkai.publication.draft;

import static gongkai.publication.report.Enumeration.MAX_NAMED;

import gongkai.chassis.i18n.LocalizedText;
import gongkai.publication.approval.Review;
import gongkai.publication.edition.FindingView;
import gongkai.publication.finding.TextFindings.NumberStatus;
import gongkai.publication.narrative.Outline;
import gongkai.publication.report.Enumeration;
import gongkai.publication.report.Totals.Unit;
import gongkai.publication.textcheck.Contradiction;
import java.util.List;
import java.util.Map;

/** A reason why a draft cannot be published yet. */
sealed interface PublicationObstacle {

    DraftProblem type();

    /** The arguments of the problem's words. */
    List<Object> words();

    /** The obstacle's data for programs, by member name. */
    default Map<String, Object> members() {
        return Map.of();
    }

    record UnitsMissing(List<Unit> units) implements PublicationObstacle {

        @Override
        public DraftProblem type() {
            return DraftProblem.UNITS_MISSING;
        }

        @Override
        public List<Object> words() {
            List<String> named = units.stream().limit(MAX_NAMED).map(Unit::name).toList();
            return List.of(units.size(), Enumeration.of(named), Enumeration.andOthers(units.size()));
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("units", units);
        }
    }

    record FiguresMissing(List<String> indicators) implements PublicationObstacle {

        @Override
        public DraftProblem type() {
            return DraftProblem.FIGURES_MISSING;
        }

        @Override
        public List<Object> words() {
            return List.of(Enumeration.of(indicators));
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("indicators", indicators);
        }
    }

    record RulesBroken(List<FindingView> findings) implements PublicationObstacle {

        @Override
        public DraftProblem type() {
            return DraftProblem.RULES_BROKEN;
        }

        @Override
        public List<Object> words() {
            return List.of(Enumeration.of(findings.stream()
                    .map(broken ->
                            "%s (%s %s %s)".formatted(broken.rule(), broken.left(), broken.relation(), broken.right()))
                    .toList()));
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("findings", findings);
        }
    }

    record OutlineNotFollowed(List<String> headings) implements PublicationObstacle {

        static OutlineNotFollowed of(List<Outline.Part> missing) {
            return new OutlineNotFollowed(
                    missing.stream().map(Outline.Part::heading).toList());
        }

        @Override
        public DraftProblem type() {
            return DraftProblem.OUTLINE_NOT_FOLLOWED;
        }

        @Override
        public List<Object> words() {
            return List.of(Enumeration.ofClauses(headings));
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("headings", headings);
        }
    }

    record ReferencesBlank(List<String> references) implements PublicationObstacle {

        @Override
        public DraftProblem type() {
            return DraftProblem.REFERENCES_BLANK;
        }

        @Override
        public List<Object> words() {
            return List.of(String.join(" ", references));
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("references", references);
        }
    }

    record TextContradictsTable(List<Contradiction> contradictions) implements PublicationObstacle {

        @Override
        public DraftProblem type() {
            return DraftProblem.TEXT_CONTRADICTS_TABLE;
        }

        @Override
        public List<Object> words() {
            Contradiction first = contradictions.get(0);
            LocalizedText explanation = first.explanation();
            return List.of(contradictions.size(), first.sentence(), explanation);
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("contradictions", contradictions);
        }
    }

    record NumbersOpen(List<NumberStatus> numbers) implements PublicationObstacle {

        @Override
        public DraftProblem type() {
            return DraftProblem.NUMBERS_OPEN;
        }

        @Override
        public List<Object> words() {
            List<String> named =
                    numbers.stream().limit(MAX_NAMED).map(NumberStatus::text).toList();
            return List.of(numbers.size(), Enumeration.of(named), Enumeration.andOthers(numbers.size()));
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("numbers", numbers);
        }
    }

    record NotReviewed(long narrativeRevision) implements PublicationObstacle {

        @Override
        public DraftProblem type() {
            return DraftProblem.NOT_REVIEWED;
        }

        @Override
        public List<Object> words() {
            return List.of(narrativeRevision);
        }
    }

    record ReviewedAsSecret(Review review) implements PublicationObstacle {

        @Override
        public DraftProblem type() {
            return DraftProblem.REVIEWED_AS_SECRET;
        }

        @Override
        public List<Object> words() {
            return List.of(review.reviewedBy(), review.ticket());
        }
    }
}
