package gongkai.publication.textcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gongkai.publication.textcheck.WrittenNumber.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "发布信息54条                       | 54=54条",
                "发布信息 1,538 篇                   | 1,538=1538篇",
                "发布信息１，５３８篇                 | １，５３８=1538篇",
                "发布１２．５万条                     | １２．５万=125000条",
                "共七件，其中独立办理六件，合办1件     | 七=7件 六=6件 1=1件",
                "发布一千五百三十八篇                 | 一千五百三十八=1538篇",
                "培训两次、十二人次                   | 两=2次 十二=12人次",
                "收到3万元，花去二十五元              | 3万=30000元 二十五=25元",
                "支出1.2亿元                         | 1.2亿=120000000元",
                "发布300余条                         | 300=300条",
                "行政诉讼为零                         | 零=0",
                "复议0件                             | 0=0件",
                "16 个微信公众平台                    | 16=16个",
                "行政诉讼数量为3                      | 3=3",
                "两千零一十八条                       | 两千零一十八=2018条",
                "共2018条                            | 2018=2018条",
                "{{1.2.3}}条，另有5条                 | 5=5条",
            })
    void counts_are_found_with_value_and_measure(String text, String expected) {
        assertThat(NumberFinder.in(text).stream()
                        .filter(WrittenNumber::isCount)
                        .map(number -> number.text() + "=" + number.value() + number.measure())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018年度报告                        | year 2018年",
                "2014—2018年                         | year 2014—2018年",
                "二〇一八年                           | year 二〇一八年",
                "2019兴庆区司法局将加大力度             | year 2019",
                "2018 年 1 月 1 日起                  | date 2018 年 1 月 1 日",
                "12月31日                            | date 12月31日",
                "1-6月                               | date 1-6月",
                "2018-12-31前                        | date 2018-12-31",
                "12·4 国家宪法日                      | date 12·4",
                "二〇一八年十二月三十一日               | date 二〇一八年十二月三十一日",
                "国办发〔2014〕32号                   | reference 〔2014〕32号",
                "第 40 号提案                         | reference 第 40 号",
                "第056号提案                          | reference 第056号",
                "四届二次会议第5号建议                 | reference 四届二次; reference 第5号",
                "区人大二次会议                        | reference 二",
                "第十三届会议                         | reference 第十三届",
                "条例第十三条规定                      | reference 第十三条",
                "高台寺巷 2 号                        | reference 2 号",
                "A4纸                                | reference A4",
                "（一）主动公开                        | ordinal （一）",
                "1.主动公开                           | ordinal 1.",
                "一、概述                             | ordinal 一、",
                "一是强化督导；二是更新信息             | ordinal 一; ordinal 二",
                "第二批                               | ordinal 第二",
                "电话：0951—4012834；6719234           | contact 0951—4012834; contact 6719234",
                "邮编：750001                         | contact 750001",
                "传真:0951-4012834                    | contact 0951-4012834",
                "手机13912345678                      | contact 13912345678",
                "xqsf6717148@126.com                 | contact xqsf6717148@126.com",
                "拨打12345热线                        | contact 12345",
                "接收“12345”工单                      | contact 12345",
                "12348 热线电话                       | contact 12348",
                "7 个工作日内                         | time 7 个工作日",
                "十五天内                             | time 十五天",
                "上午8:30                             | time 8:30",
                "8时30分                              | time 8时30分",
                "7×24小时                             | time 7×24",
                "同比增长12.5%                         | percentage 12.5",
            })
    void what_only_names_something_is_told_apart(String text, String expected) {
        List<String> found = NumberFinder.in(text).stream()
                .map(number -> number.kind().name().toLowerCase(Locale.ROOT) + " " + number.text())
                .toList();

        assertThat(String.join("; ", found)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"办结率100%, 100", "增长12.5个百分点, 12.5", "百分之三十, 30", "百分之五点三, 5.3", "百分之五点零三, 5.03", "下降３％, 3"})
    void percentages_have_a_value_but_are_no_counts(String text, String value) {
        assertThat(NumberFinder.in(text))
                .singleElement()
                .satisfies(number -> assertThat(number.kind()).isEqualTo(Kind.PERCENTAGE))
                .satisfies(number -> assertThat(number.value()).isEqualByComparingTo(value))
                .satisfies(number -> assertThat(number.isCount()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "进一步深化、统一格式、一律审查、一方面",
                "十分重视，千方百计，万众一心",
                "每一项工作、某一条信息、任一渠道",
                "数十条、几百件",
                "一次性告知、一条龙服务、四位一体",
                "三三两两",
                "《中华人民共和国政府信息公开条例》",
                "{{1.2.3}}、{{share 1.2.2 of 1.1}}",
            })
    void words_that_look_like_numbers_are_none(String text) {
        assertThat(NumberFinder.in(text)).isEmpty();
    }

    @Test
    void a_number_stands_where_it_says() {
        String text = "通过微博发布信息 54 条，\n微信公众号发布一千五百三十八篇，网站１，００５条。";

        List<WrittenNumber> numbers = NumberFinder.in(text);

        assertThat(numbers)
                .extracting(WrittenNumber::start, WrittenNumber::end, WrittenNumber::text)
                .containsExactly(tuple(9, 11, "54"), tuple(22, 29, "一千五百三十八"), tuple(33, 38, "１，００５"));
        assertThat(numbers)
                .allSatisfy(number ->
                        assertThat(text.substring(number.start(), number.end())).isEqualTo(number.text()));
    }

    @Test
    void about_a_number_is_not_the_number() {
        assertThat(NumberFinder.in("近300条，300余条，约300条，超过300条")).hasSize(4).allMatch(WrittenNumber::about);
        assertThat(NumberFinder.in("附近300条，共300条")).hasSize(2).noneMatch(WrittenNumber::about);
    }
}
