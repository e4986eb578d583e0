package gongkai.publication.textcheck;

import gongkai.publication.textcheck.FormWords.Indicator;
import java.math.BigDecimal;
import java.util.Optional;

/** The statement of a sentence about one indicator. */
sealed interface Claim {

    Indicator indicator();

    Sentence sentence();

    /**
     * “通过微博发布信息54条”.
     *
     * @param severalBearers said of several at once (15个公众号): the same item may have been counted several times
     */
    record Counted(Indicator indicator, Sentence sentence, WrittenNumber number, Role role, boolean severalBearers)
            implements Claim {

        /** In the measure of the indicator: 3万元 is 30000元 in the text and 3 in the table. */
        BigDecimal value() {
            boolean yuan = number.measure().equals("元") && indicator.measure().equals("万元");
            return yuan ? Numeral.plain(number.value().movePointLeft(4)) : number.value();
        }

        /** An approximate number may be off by a tenth. */
        boolean agreesWith(BigDecimal figure) {
            BigDecimal off = value().subtract(figure).abs();
            return number.about() ? off.compareTo(figure.movePointLeft(1)) <= 0 : off.signum() == 0;
        }
    }

    /**
     * “未发生行政诉讼案件”: there was none.
     *
     * @param zero the number 0 that says so; empty where it is said in words
     */
    record Denied(Indicator indicator, Sentence sentence, Optional<WrittenNumber> zero) implements Claim {}

    /** How a number stands to others of the same indicator. */
    enum Role {
        /** One of several that may be added: 286篇 of one account and 1538篇 of the others. */
        ITEM,
        /** 共, 合计: the whole, which nothing is added to. */
        TOTAL,
        /** 其中: already in a number before it. */
        PART
    }
}
