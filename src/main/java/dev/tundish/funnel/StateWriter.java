package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link JourneyState} in its binary form; {@link StateReader} reads it and stands beside this, line by line.
 *
 * <pre>
 * version | which parts there are | which stages there are | times of the stages | each part: its event, what it said
 * </pre>
 *
 * Numbers are varints, times are differences to the first time written. An event is written once, however many parts it
 * said: afterwards only its number (all attributes of a lead usually come from one event).
 */
final class StateWriter {

    static final byte VERSION = 1;

    static final int EXIT = 1;
    static final int REVERT = 1 << 1;
    static final int STATED = 1 << 2;
    static final int IMPLIED = 1 << 3;
    static final int VALUE = 1 << 4;
    static final int VOIDED = 1 << 5;
    static final int RESTORED = 1 << 6;

    private final Bytes out = new Bytes();
    private final List<Mention<?>> written = new ArrayList<>();
    private long base = JourneyState.NOT_YET;

    private StateWriter() {}

    static byte[] write(JourneyState state) {
        StateWriter writer = new StateWriter();
        writer.state(state);
        return writer.out.toArray();
    }

    private void state(JourneyState state) {
        out.put(VERSION);
        out.varint(parts(state));
        stages(state);
        text(state.exit);
        text(state.revert);
        conversions(state);
        feedback(state.stated);
        text(state.implied);
        if (state.voided != null) {
            event(state.voided);
        }
        value(state.value);
        out.varint(state.attributes.size());
        state.attributes.forEach((key, mention) -> {
            out.text(key);
            text(mention);
        });
    }

    private static int parts(JourneyState state) {
        return (state.exit == null ? 0 : EXIT)
                | (state.revert == null ? 0 : REVERT)
                | (state.stated == null ? 0 : STATED)
                | (state.implied == null ? 0 : IMPLIED)
                | (state.value == null ? 0 : VALUE)
                | (state.voided == null ? 0 : state.voided.what() ? VOIDED : RESTORED);
    }

    private void stages(JourneyState state) {
        int present = 0;
        for (int k = 0; k < state.first.length; k++) {
            present |= state.first[k] == NEVER ? 0 : 1 << k;
        }
        out.varint(present);
        for (long at : state.first) {
            if (at != NEVER) {
                time(at);
            }
        }
        if (present != 0) {
            time(state.latestStage);
        }
    }

    /** Only what the other times leave open. */
    private void conversions(JourneyState state) {
        long first = state.first[state.first.length - 1];
        if (first == NEVER) {
            return;
        }
        out.varint(state.latestConversion - first);
        if (first <= state.revertedAt() && state.latestConversion > state.revertedAt()) {
            out.varint(state.latestConversion - state.firstCounting);
        }
    }

    private void feedback(@Nullable Mention<Happening.Feedback> stated) {
        if (stated != null) {
            event(stated);
            List<String> reasons = stated.what().reasons();
            out.varint(reasons.size() * 2L + (stated.what().verdict() == Mark.GOOD ? 1 : 0));
            reasons.forEach(out::text);
        }
    }

    private void value(@Nullable Mention<Money> value) {
        if (value != null) {
            event(value);
            BigInteger unscaled = value.what().amount().unscaledValue();
            out.varint(Bytes.zigzag(value.what().amount().scale()));
            out.varint(unsigned(unscaled));
            out.text(value.what().currency());
        }
    }

    /** 19 digits need all 64 bits. */
    private static long unsigned(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > Long.SIZE) {
            throw new IllegalArgumentException("an amount has at most 15 digits before and 4 after the point");
        }
        return number.longValue();
    }

    private void text(@Nullable Mention<String> mention) {
        if (mention != null) {
            event(mention);
            out.text(mention.what());
        }
    }

    /** 0 and the event, or the number from 1 of one that was written. */
    private void event(Mention<?> mention) {
        for (int i = 0; i < written.size(); i++) {
            Mention<?> known = written.get(i);
            if (known.at() == mention.at() && known.id().equals(mention.id())) {
                out.varint(i + 1L);
                return;
            }
        }
        written.add(mention);
        out.varint(0);
        time(mention.at());
        out.text(mention.id());
    }

    private void time(long at) {
        if (base == JourneyState.NOT_YET) {
            base = at;
            out.varint(Bytes.zigzag(at));
        } else {
            out.varint(Bytes.zigzag(at - base));
        }
    }
}
