package gongkai.deploy.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Random;

/**
 * A clerk's next step, and its pauses: drawn from the seed, whatever the services answer.
 *
 * @param id names what is done
 * @param rest before looking, and again between looking and acting, in milliseconds
 * @param share of the request that is sent before hanging up
 */
record Timing(String id, Wish wish, Manner manner, long rest, double share, long items, long others, BigDecimal money) {

    enum Wish {
        SUBMIT,
        SAVE_A_DRAFT,
        WITHDRAW,
        RETURN
    }

    enum Manner {
        /** Asks, waits, and asks again where no answer came. */
        PATIENT,
        /** Hangs up in the middle, and asks again. */
        HASTY,
        /** Hangs up in the middle, and leaves it at that. */
        GIVING_UP,
        /** Presses the button twice. */
        TWICE
    }

    private static final int MOST_ITEMS = 1_000_000;
    private static final int TEN_THOUSANDTHS = 10_000_000;

    static Timing drawn(String id, Random random) {
        return new Timing(
                id,
                wish(random.nextInt(100)),
                manner(random.nextInt(100)),
                200 + random.nextInt(1_800),
                random.nextBoolean() ? 1 : random.nextDouble(),
                random.nextInt(MOST_ITEMS),
                random.nextInt(MOST_ITEMS),
                BigDecimal.valueOf(random.nextInt(TEN_THOUSANDTHS), 4));
    }

    private static Wish wish(int percent) {
        if (percent < 76) {
            return Wish.SUBMIT;
        }
        if (percent < 84) {
            return Wish.SAVE_A_DRAFT;
        }
        return percent < 92 ? Wish.WITHDRAW : Wish.RETURN;
    }

    private static Manner manner(int percent) {
        if (percent < 80) {
            return Manner.PATIENT;
        }
        if (percent < 88) {
            return Manner.HASTY;
        }
        return percent < 94 ? Manner.GIVING_UP : Manner.TWICE;
    }

    /**
     * A whole form, as its rules want it, with figures that no other round states.
     *
     * @param name to find it by
     */
    String submission(JsonNode like, String state, String name) {
        ObjectNode submission = alike(like, state, name);
        ((ObjectNode) submission.path("values"))
                .put("1.1.b", others)
                .put("6", others)
                .put("8.4", money);
        return submission.toString();
    }

    /**
     * As the form was filled in, but for the figures that the report's text takes from the table: what it denies stays so.
     *
     * @param name to find it by
     */
    String correction(JsonNode like, String name) {
        return alike(like, "submitted", name).toString();
    }

    private ObjectNode alike(JsonNode like, String state, String name) {
        ObjectNode submission = like.deepCopy();
        submission.put("state", state).put("remarks", name).put("submittedBy", "李文");
        ((ObjectNode) submission.path("values")).put("1.1", items).put("1.2.2", items);
        return submission;
    }
}
