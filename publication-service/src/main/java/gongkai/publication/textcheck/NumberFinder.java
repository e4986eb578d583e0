package gongkai.publication.textcheck;

import gongkai.publication.textcheck.WrittenNumber.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds every number in a text, and tells counts from numbers that only name something.
 *
 * <p>One pass with one pattern. At each place its shapes are tried in order: first those that can only be one thing (a web
 * address, a document number), last the count, which is what remains. No shape has a loop within a loop, so the time
 * grows with the text and no faster.
 */
final class NumberFinder {

    private static final String CHINESE = "[零〇一二两三四五六七八九十百千万亿]";
    private static final String ARABIC = "(?:[0-9]{1,3}(?:,[0-9]{3}){1,9}(?![0-9])|[0-9]{1,30})(?:\\.[0-9]{1,9})?";
    private static final String WHOLE = "(?:[0-9]{1,9}|" + CHINESE + "{1,9})";
    private static final String GAP = "\\s{0,3}";

    /** Longer ones first; what may follow would make another word of some: 5人民 is not five persons. */
    private static final String MEASURE = "(?:人次|人(?![民大员口才])|条(?![例款])|件|次|篇|个(?!百分点)|场(?!所)|期(?![间限])|项|份|起"
            + "|例|宗|家|类|种|名|位|处|所|部(?!门)|册|本(?![报局机单级年])|批|台|幅|块|则|封|通(?![过知报])|集|套|轮|班|卷|元|字|页|户"
            + "|只|辆|张|岁|倍)";

    /** In 每一项, 统一, 数十条, 进一步 and their like, what looks like a number is part of a word. */
    private static final String ON_ITS_OWN = "(?<![每这那同任某另逐统唯进几数第])(?!一次性|一条龙|一张网|一家人|.位一体)";

    /** One way to write a number; the name of its group in the pattern is that of its kind, in lower case. */
    private record Shape(Kind kind, String pattern) {

        static Shape of(Kind kind, String... patterns) {
            return new Shape(kind, String.join("|", patterns));
        }

        String asGroup() {
            return "(?<%s>%s)".formatted(group(kind), pattern);
        }

        static String group(Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A figure reference stands for the figure itself: nobody wrote that number by hand. */
    private static final String FIGURE_REFERENCE = "\\{\\{[^{}]{0,200}\\}\\}";

    private static final List<Shape> SHAPES = List.of(
            Shape.of(
                    Kind.CONTACT,
                    "[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9.-]{1,80}",
                    "(?:https?://|www\\.)[A-Za-z0-9./?&=_%#:~+-]{1,300}",
                    "(?:电话|传真|手机|热线|邮编|邮政编码|号码|QQ)" + GAP + "[:：]" + GAP + "[0-9][0-9 —–-]{3,24}(?:[;；、/]" + GAP
                            + "[0-9][0-9 —–-]{3,24}){0,8}",
                    "(?:邮编|邮政编码)" + GAP + "[0-9]{6}(?![0-9])",
                    "(?<![0-9])0[0-9]{2,3}" + GAP + "[—–-]" + GAP + "[0-9]{7,8}(?![0-9])",
                    "(?<![0-9])1[3-9][0-9]{9}(?![0-9])",
                    "(?<=[“\"‘'])1[0-9]{2,4}(?=[”\"’'])",
                    "(?<![0-9])1[0-9]{4}(?=[”\"’']?" + GAP + "(?:热线|工单|电话|平台|市民|政务|政府|便民|公共|法律|举报|投诉|服务))"),
            Shape.of(
                    Kind.DATE,
                    "(?<![0-9])(?:19|20)[0-9]{2}" + GAP + "年" + GAP + "[0-9]{1,2}" + GAP + "月(?:" + GAP + "[0-9]{1,2}"
                            + GAP + "[日号])?",
                    "(?<![0-9])(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])",
                    "[0-9]{1,2}" + GAP + "月" + GAP + "[0-9]{1,2}" + GAP + "[日号]",
                    "[0-9]{1,2}(?:" + GAP + "[-—至到~]" + GAP + "[0-9]{1,2})?" + GAP + "月份?",
                    "(?<![0-9])[0-9]{1,2}[·•][0-9]{1,2}(?![0-9])",
                    "[一二][〇零一二三四五六七八九]{3}年" + CHINESE + "{1,3}月(?:" + CHINESE + "{1,3}[日号])?",
                    ON_ITS_OWN + "[一二三四五六七八九十]{1,2}月(?:" + CHINESE + "{1,3}[日号]|份)"),
            Shape.of(
                    Kind.YEAR,
                    "(?<![0-9])(?:19|20)[0-9]{2}(?:" + GAP + "[-—至到~]" + GAP + "(?:19|20)[0-9]{2})?" + GAP + "年",
                    "[一二][〇零一二三四五六七八九]{3}年",
                    // The 年 is sometimes forgotten; with a measure word, or at the end of what is said, it is a count.
                    "(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9.,，。；;%A-Za-z]|" + GAP + "(?:[余多百千万亿号]|" + MEASURE
                            + ")|\\s*+$)"),
            Shape.of(
                    Kind.REFERENCE,
                    "[〔\\[（(【](?:19|20)[0-9]{2}[〕\\]）)】]" + GAP + "第?" + GAP + "[0-9]{1,5}" + GAP + "号",
                    "第?" + GAP + WHOLE + GAP + "号(?!线)",
                    "第?" + WHOLE + GAP + "届(?:" + GAP + "第?" + WHOLE + GAP + "次)?",
                    "第" + GAP + WHOLE + GAP + "[条款章节编]",
                    // 人大二次会议 is its second session; 召开三次会议 would be three.
                    "(?<![召举][开行办])(?<![了共第])[一二三四五六七八九十]{1,3}(?=次(?:会议|全会|全体))",
                    "[A-Za-z]{1,30}[0-9]{1,9}(?:\\.[0-9]{1,9})?|[0-9]{1,9}[A-Za-z]{1,30}"),
            Shape.of(
                    Kind.ORDINAL,
                    "第" + GAP + WHOLE,
                    "[（(]" + GAP + "(?:" + CHINESE + "{1,3}|[0-9]{1,2})" + GAP + "[）)]",
                    "^[ \\t　]{0,9}(?:" + CHINESE + "{1,3}、|[0-9]{1,2}(?:[.．](?![0-9])|、))",
                    "(?:(?<=[。；：:;，、\\s])|^)" + CHINESE + "{1,2}(?=是)",
                    "[①-⑳]"),
            Shape.of(
                    Kind.TIME,
                    "(?<![0-9])[0-9]{1,2}[:：][0-9]{2}(?![0-9])",
                    "[0-9]{1,2}[×x*][0-9]{1,2}(?=" + GAP + "小时)",
                    "(?<![0-9.,])[0-9]{1,2}" + GAP + "[时点](?![间击])(?:" + GAP + "[0-9]{1,2}" + GAP + "分)?",
                    ON_ITS_OWN + "(?:" + ARABIC + "|" + CHINESE + "{1,9})[余多]?" + GAP
                            + "个?(?:工作日|小时|分钟|季度|星期|月(?!份)|周(?!边)|天|日|年)"),
            Shape.of(
                    Kind.PERCENTAGE,
                    ARABIC + "(?=" + GAP + "(?:[%‰]|个百分点))",
                    "百分之" + CHINESE + "{1,9}(?:点" + CHINESE + "{1,9})?"),
            Shape.of(
                    Kind.COUNT,
                    ARABIC + "(?:" + GAP + "[百千]?[万亿]|[百千])?",
                    ON_ITS_OWN + "[零〇一二两三四五六七八九十]" + CHINESE + "{0,20}(?=[余多]?[万亿]?" + GAP + MEASURE + ")",
                    "(?<=为)零",
                    // Without a measure word, only what is long enough to be nothing else.
                    ON_ITS_OWN + "[一二两三四五六七八九][十百千万亿]" + CHINESE + "{2,20}"));

    private static final Pattern NUMBER = Pattern.compile(
            FIGURE_REFERENCE + "|" + SHAPES.stream().map(Shape::asGroup).collect(Collectors.joining("|")),
            Pattern.MULTILINE);

    private static final Pattern AFTER_COUNT =
            Pattern.compile("(?<more>" + GAP + "[余多])?(?<great>[万亿])?" + GAP + "(?<measure>" + MEASURE + ")?");

    private static final Pattern DIGITS = Pattern.compile("[0-9](?:[0-9 —–-]*[0-9])?");
    private static final Pattern ABOUT = Pattern.compile("(?<![最附])(?:近|约|逾|超|超过)" + GAP + "$");
    private static final int MAX_ABOUT = 6;

    private NumberFinder() {}

    /** In the order of the text. */
    static List<WrittenNumber> in(String text) {
        String narrow = narrow(text);
        var numbers = new ArrayList<WrittenNumber>();
        Matcher found = NUMBER.matcher(narrow);
        while (found.find()) {
            kind(found).ifPresent(kind -> {
                switch (kind) {
                    case CONTACT -> numbers.addAll(contacts(text, narrow, found.start(), found.end()));
                    case COUNT ->
                        count(text, narrow, found.start(), found.end()).ifPresent(numbers::add);
                    case PERCENTAGE -> numbers.add(percentage(text, narrow, found.start(), found.end()));
                    case YEAR, DATE, TIME, ORDINAL, REFERENCE ->
                        numbers.add(named(text, found.start(), found.end(), kind));
                }
            });
        }
        return numbers;
    }

    private static Optional<Kind> kind(Matcher found) {
        return SHAPES.stream()
                .map(Shape::kind)
                .filter(kind -> found.start(Shape.group(kind)) >= 0)
                .findFirst();
    }

    private static WrittenNumber named(String text, int start, int end, Kind kind) {
        int from = start;
        while (Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return new WrittenNumber(from, end, end, text.substring(from, end), kind, null, "", false);
    }

    /** One match may hold several: 0951-4012834；6719234. An address is one, even if it has digits. */
    private static List<WrittenNumber> contacts(String text, String narrow, int start, int end) {
        String contact = narrow.substring(start, end);
        if (contact.indexOf('@') >= 0 || contact.startsWith("http") || contact.startsWith("www")) {
            return List.of(named(text, start, end, Kind.CONTACT));
        }
        return DIGITS.matcher(contact)
                .results()
                .map(digits -> named(text, start + digits.start(), start + digits.end(), Kind.CONTACT))
                .toList();
    }

    private static WrittenNumber percentage(String text, String narrow, int start, int end) {
        String[] written = narrow.substring(start, end).replace("百分之", "").split("点", -1);
        BigDecimal value = Numeral.read(written[0]).orElse(null);
        // 百分之五点三: what comes after the point is read digit by digit.
        if (value != null && written.length > 1) {
            value = Numeral.read("零零零" + written[1])
                    .map(decimals -> decimals.movePointLeft(written[1].length()))
                    .map(value::add)
                    .orElse(null);
        }
        return new WrittenNumber(start, end, end, text.substring(start, end), Kind.PERCENTAGE, value, "%", false);
    }

    private static Optional<WrittenNumber> count(String text, String narrow, int start, int end) {
        Matcher after = AFTER_COUNT.matcher(narrow).region(end, narrow.length());
        boolean followed = after.lookingAt();
        String great = followed ? after.group("great") : null;
        int ends = great == null ? end : after.end("great");
        boolean about = (followed && after.group("more") != null)
                || ABOUT.matcher(narrow.substring(Math.max(0, start - MAX_ABOUT), start))
                        .find();
        boolean measured = followed && after.group("measure") != null;
        String measure = measured ? after.group("measure") : "";
        int measureEnd = measured ? after.end("measure") : ends;
        return Numeral.read(narrow.substring(start, end))
                .map(value -> great == null ? value : value.multiply(Numeral.worth(great.charAt(0))))
                .map(value -> new WrittenNumber(
                        start,
                        ends,
                        measureEnd,
                        text.substring(start, ends),
                        Kind.COUNT,
                        Numeral.plain(value),
                        measure,
                        about));
    }

    /** Full-width digits and signs in their narrow form, character by character, so that places stay what they are. */
    private static String narrow(String text) {
        var narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            narrow.append(
                    switch (character) {
                        case '，' -> isFullWidthDigit(text, i - 1) && isFullWidthDigit(text, i + 1) ? ',' : character;
                        case '．' -> isFullWidthDigit(text, i - 1) && isFullWidthDigit(text, i + 1) ? '.' : character;
                        case '％' -> '%';
                        case '－' -> '-';
                        default -> isFullWidthDigit(text, i) ? (char) (character - '０' + '0') : character;
                    });
        }
        return narrow.toString();
    }

    private static boolean isFullWidthDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '０' && text.charAt(at) <= '９';
    }
}
