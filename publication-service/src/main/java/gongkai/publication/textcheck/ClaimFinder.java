package gongkai.publication.textcheck;

import gongkai.publication.textcheck.Claim.Counted;
import gongkai.publication.textcheck.Claim.Denied;
import gongkai.publication.textcheck.Claim.Role;
import gongkai.publication.textcheck.FormWords.Alias;
import gongkai.publication.textcheck.FormWords.Indicator;
import gongkai.publication.textcheck.Sentence.Clause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a sentence claims of the indicators of a form.
 *
 * <p>A number speaks of what is named nearest before it in its clause; where nothing is, of what is named right after it; and
 * where nothing is there either, of what the clause before names, if that has no number of its own (举报投诉方面，全年6件) or this one
 * tells a part of it (发布会2场，其中局长参加1场). A word that is clear only after another (制定文件3件，废止2件) may have it in the clause before.
 * If two indicators are named together (微博、微信发布54条), no claim is made.
 */
final class ClaimFinder {

    /** Words farther from a number than this are not about it; it also bounds the work on a text without commas. */
    private static final int REACH = 120;

    private static final Pattern CONJUNCTION = Pattern.compile("(?:案件|信息|事件|数量|的)?(?:、|和|及|以及|与|或|或者|/)?");
    /** But not within a word: 涉及, 参与, 和解. */
    private static final Pattern SEPARATOR =
            Pattern.compile("以及|[、或]|和(?![解平谐睦好])|(?<![参给授赋])与(?!会)|(?<![涉普提触顾])及(?![时格早])");

    /** The author says that it is not in the table. */
    private static final Pattern OUTSIDE = Pattern.compile("[不未](?:计入|列入|纳入|包含在|包括在|统计在|在统计)");

    /** Another time than the report's, or not yet: last year, all years, plans; but 上年结转 and 结转下年 are figures of this one. */
    private static final Pattern ANOTHER_TIME = Pattern.compile(
            "上年(?!度?结转)|去年|上一年(?!度?结转)|往年|历年|历次|以来|同期|明年|(?<!结转|结转至)下一?年|将(?:继续|进一步|开展|举办|组织|召开|新增|发布|达)|计划(?!生育)|(?<![虚模])拟|力争|预计|争取|下一步|如果|若|如有|如未|假如");

    /** A change, a rate or a distribution, not a count: 增加5件, 每季度1次, 各1件, 分别. */
    private static final Pattern NO_LEVEL = Pattern.compile(
            "(?:增加|减少|增长|下降|上升|增|减|多|少|提高|降低)(?:了|至少)?(?:近|约)?$|分别|每[年月周季日天个次名位]|各(?:[自单发有])?$|平均|人均|至少$|不少于$|以上$|不超过$");

    private static final Pattern TOTAL = Pattern.compile("(?<!公)共(?![同享和安青产建])|合计|总计|累计|总数");

    private static final Pattern DENIAL = Pattern.compile("未(?:曾|有|能)?(?:发生|收到|接到|接收|受理|出现|产生|引发|举办|开展|召开|设立|设置|设"
            + "|收取|配备|确定|安排|发布|公开|回应|制发|制定|参加|组织|办理|被|涉及|列支|通过|发放|因|建立|提起)"
            + "|没有|没(?![收落错有])|零(?=投诉|举报|申请|诉讼|复议|收费)|(?<!信息)不存在"
            + "|(?<!有)无(?![论偿障关法需误线锡须疑缝纸违证愧一不人]|条件)");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}(?=年)");

    /** 15个公众号发布1538篇: the same item may be among them fifteen times. */
    private static final Set<String> BEARERS = Set.of("个", "家");

    /** These deny something else than the thing itself: 没有变化, 无超期办理的申请, 是否. */
    private static final Pattern NO_DENIAL = Pattern.compile(
            "变化|超期|逾期|超时|异议|失误|泄密|泄露|困难|分歧|区别|意见|遗漏|延误|不满|问题|瑕疵|差错" + "|拖延|违规|违法|是否|有无|没有不|无不|可以|可依法|足够|完善|及时|充分|固定");

    /** An indicator that a text names, and where in it. */
    private record Named(Indicator indicator, int start, int end) {

        boolean isWithin(Named longer) {
            return longer.start <= start && end <= longer.end && longer.end - longer.start > end - start;
        }
    }

    private static final Comparator<Named> NEAREST_TO_THE_END = Comparator.comparingInt(Named::end)
            .thenComparingInt(named -> -named.start)
            .thenComparingInt(named -> named.indicator.depth());

    private final FormWords words;
    private final String year;

    /** @param year the report's; what is said of other years is passed over; null where it is not known */
    ClaimFinder(FormWords words, Integer year) {
        this.words = words;
        this.year = year == null ? "" : year.toString();
    }

    static boolean isOutsideTheTable(Sentence sentence) {
        return OUTSIDE.matcher(sentence.said()).find();
    }

    /** In the order of the sentence. */
    List<Claim> in(Sentence sentence) {
        var claims = new ArrayList<Claim>();
        if (isOutsideTheTable(sentence)) {
            return claims;
        }
        String last = "";
        String whole = "";
        boolean lastCounts = false;
        boolean parts = false;
        boolean anotherTime = false;
        for (Clause clause : sentence.clauses()) {
            String said = sentence.between(clause.start(), Math.min(clause.end(), clause.start() + REACH));
            anotherTime = isOfAnotherTime(said) || (anotherTime && clause.goesOn() && !said.contains(thisYear()));
            whole = said.contains("其中") ? last : whole;
            parts = said.contains("其中") || (parts && clause.goesOn());
            String context = parts ? whole : clause.goesOn() && !lastCounts ? last : "";
            String before = clause.goesOn() ? last : "";
            List<WrittenNumber> counts = sentence.counts(clause);
            if (!anotherTime) {
                claims.addAll(
                        counts.isEmpty()
                                ? denied(sentence, said)
                                : counted(sentence, clause, counts, parts, context, before));
            }
            last = said;
            lastCounts = !counts.isEmpty();
        }
        return claims;
    }

    private String thisYear() {
        return year.isEmpty() ? "本年" : year;
    }

    private boolean isOfAnotherTime(String said) {
        List<String> years =
                YEAR.matcher(said).results().map(MatchResult::group).toList();
        boolean otherYear = !year.isEmpty() && !years.isEmpty() && !years.contains(year);
        return otherYear || ANOTHER_TIME.matcher(said).find();
    }

    private List<Claim> counted(
            Sentence sentence,
            Clause clause,
            List<WrittenNumber> counts,
            boolean parts,
            String context,
            String before) {
        var claims = new ArrayList<Claim>();
        boolean severalBearers = false;
        for (int i = 0; i < counts.size(); i++) {
            WrittenNumber number = counts.get(i);
            String left = left(sentence, clause, counts, i);
            String right = right(sentence, clause, counts, i);
            // Without a measure word a number must be the last of its clause: 行政诉讼数量为3.
            boolean speaks = !number.measure().isEmpty() || right.isEmpty();
            boolean level = !NO_LEVEL.matcher(left).find()
                    && (number.isZero() || !DENIAL.matcher(left).find());
            if (speaks && level) {
                // The sum of fifteen accounts is one item beside the sixteenth.
                boolean total = TOTAL.matcher(left).find() && !severalBearers;
                Role role = total ? Role.TOTAL : parts ? Role.PART : Role.ITEM;
                for (Indicator indicator : spokenOf(number, left, right, context, before)) {
                    claims.add(
                            number.isZero()
                                    ? new Denied(indicator, sentence, Optional.of(number))
                                    : new Counted(indicator, sentence, number, role, severalBearers));
                }
            }
            severalBearers |=
                    BEARERS.contains(number.measure()) && number.value().compareTo(BigDecimal.ONE) > 0;
        }
        return claims;
    }

    /** The words before a number: from the start of its clause, or from the conjunction after the number before it. */
    private static String left(Sentence sentence, Clause clause, List<WrittenNumber> counts, int i) {
        int end = counts.get(i).start();
        int earliest = Math.max(clause.start(), end - REACH);
        if (i == 0) {
            return sentence.between(earliest, end);
        }
        String between = sentence.between(Math.max(earliest, counts.get(i - 1).measureEnd()), end);
        Matcher separator = SEPARATOR.matcher(between);
        return separator.find() ? between.substring(separator.end()) : between;
    }

    private static String right(Sentence sentence, Clause clause, List<WrittenNumber> counts, int i) {
        int start = counts.get(i).measureEnd();
        int latest = Math.min(clause.end(), start + REACH);
        String after = sentence.between(
                start,
                i + 1 < counts.size() ? Math.min(latest, counts.get(i + 1).start()) : latest);
        Matcher separator = SEPARATOR.matcher(after);
        return separator.find() ? after.substring(0, separator.start()) : after;
    }

    /** One indicator; several only of a zero, which can be said of all of them at once. */
    private List<Indicator> spokenOf(WrittenNumber number, String left, String right, String context, String before) {
        Predicate<Alias> measured = alias -> alias.measures().contains(number.measure());
        for (String place : List.of(left, context + left)) {
            List<Named> named = named(place, place + right, measured);
            if (!named.isEmpty()) {
                return nearest(named, place, number.isZero());
            }
            List<Named> after = named(right, place + right, measured);
            if (!after.isEmpty()) {
                return List.of(after.get(0).indicator);
            }
        }
        List<Named> clearAfterAnother = named(left, before + left + right, measured);
        return clearAfterAnother.isEmpty() ? List.of() : nearest(clearAfterAnother, left, number.isZero());
    }

    private static List<Indicator> nearest(List<Named> named, String place, boolean all) {
        Named nearest = named.stream().max(NEAREST_TO_THE_END).orElseThrow();
        var together = new ArrayList<>(List.of(nearest));
        for (int i = named.size() - 1; i >= 0; i--) {
            Named other = named.get(i);
            int from = together.get(together.size() - 1).start;
            if (other.end <= from
                    && CONJUNCTION.matcher(place.substring(other.end, from)).matches()) {
                together.add(other);
            }
        }
        List<Indicator> indicators =
                together.stream().map(Named::indicator).distinct().toList();
        return indicators.size() == 1 || all ? indicators : List.of();
    }

    /** 未发生行政复议、行政诉讼: all that is named after the denial, or else before it. */
    private List<Claim> denied(Sentence sentence, String said) {
        Matcher denial = DENIAL.matcher(said);
        if (!denial.find() || NO_DENIAL.matcher(said).find()) {
            return List.of();
        }
        List<Named> named = named(said.substring(denial.end()), said, alias -> true);
        if (named.isEmpty()) {
            named = named(said.substring(0, denial.start()), said, alias -> true);
        }
        return named.stream()
                .map(Named::indicator)
                .distinct()
                .map(indicator -> (Claim) new Denied(indicator, sentence, Optional.empty()))
                .toList();
    }

    /** In the order of the text; what is only part of a longer name is not named: 申请 in 网络申请. */
    private List<Named> named(String text, String context, Predicate<Alias> admitted) {
        var named = new ArrayList<Named>();
        for (Indicator indicator : words.indicators()) {
            for (Alias alias : indicator.aliases()) {
                if (admitted.test(alias) && alias.fits(context)) {
                    for (String word : alias.words()) {
                        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                            named.add(new Named(indicator, at, at + word.length()));
                        }
                    }
                }
            }
        }
        return named.stream()
                .filter(name -> named.stream().noneMatch(name::isWithin))
                .sorted(Comparator.comparingInt(Named::start).thenComparing(NEAREST_TO_THE_END))
                .toList();
    }
}
