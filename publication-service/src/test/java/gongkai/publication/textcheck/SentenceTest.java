package gongkai.publication.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void a_sentence_knows_its_place() {
        String text = "一、概述\n\n　　全年平稳。收到申请5件；办结\n5件。\n";

        List<Sentence> sentences = Sentence.in(3, text);

        assertThat(sentences).extracting(Sentence::text).containsExactly("一、概述\n\n　　全年平稳。", "收到申请5件；办结\n5件。");
        assertThat(sentences)
                .allSatisfy(sentence -> assertThat(text.substring(sentence.start(), sentence.end()))
                        .isEqualTo(sentence.text()));
        Sentence second = sentences.get(1);
        assertThat(Place.of(second)).isEqualTo(new Place(3, 3, 13, 26));
        assertThat(second.numbers())
                .extracting(number -> Place.of(second, number))
                .containsExactly(new Place(3, 3, 17, 18), new Place(3, 4, 23, 24));
    }

    @Test
    void a_line_that_was_broken_for_want_of_room_goes_on() {
        assertThat(Sentence.in(0, "未发生行政诉讼\n\n案件，未发生投诉。")).hasSize(1);
    }

    @Test
    void an_outline_begins_anew() {
        assertThat(Sentence.in(0, "（一）加强领导\n（二）规范程序\n1.收到申请\n一是督导")).hasSize(4);
    }

    @Test
    void blanks_are_no_sentence() {
        assertThat(Sentence.in(0, " \n\n　")).isEmpty();
        assertThat(Sentence.in(0, "")).isEmpty();
    }

    @Test
    void no_character_and_no_number_is_lost_in_a_text_without_signs() {
        String text = "微博5条 ".repeat(1_000);

        List<Sentence> sentences = Sentence.in(0, text);

        assertThat(sentences.stream()
                        .mapToInt(sentence -> sentence.numbers().size())
                        .sum())
                .isEqualTo(1_000);
        assertThat(sentences).allMatch(sentence -> sentence.text().length() <= 1_000);
    }

    @Test
    void a_semicolon_parts_and_a_comma_joins() {
        Sentence sentence = Sentence.in(0, "甲，乙；丙：1,538件。").get(0);

        assertThat(sentence.clauses()).extracting(Sentence.Clause::goesOn).containsExactly(false, true, false, true);
        assertThat(sentence.counts(sentence.clauses().get(3)))
                .extracting(WrittenNumber::text)
                .containsExactly("1,538");
    }
}
