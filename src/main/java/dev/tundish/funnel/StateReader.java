package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link StateWriter} wrote. */
final class StateReader {

    private final Bytes in;
    private final List<Mention<?>> read = new ArrayList<>();
    private long base = JourneyState.NOT_YET;

    private StateReader(byte[] encoded) {
        this.in = new Bytes(encoded);
    }

    static JourneyState read(Rules rules, byte[] encoded) {
        StateReader reader = new StateReader(encoded);
        try {
            return reader.state(new JourneyState(rules));
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("a lead's state is damaged: rebuild the campaign", e);
        }
    }

    private JourneyState state(JourneyState state) {
        byte version = in.get();
        if (version != StateWriter.VERSION) {
            throw new IllegalArgumentException(
                    "a lead's state is of version %d, this program reads version %d: rebuild the campaign"
                            .formatted(version, StateWriter.VERSION));
        }
        long parts = in.varint();
        stages(state);
        state.exit = has(parts, StateWriter.EXIT) ? text() : null;
        state.revert = has(parts, StateWriter.REVERT) ? text() : null;
        conversions(state);
        state.stated = has(parts, StateWriter.STATED) ? feedback() : null;
        state.implied = has(parts, StateWriter.IMPLIED) ? text() : null;
        if (has(parts, StateWriter.VOIDED | StateWriter.RESTORED)) {
            state.voided = said(event(), has(parts, StateWriter.VOIDED));
        }
        state.value = has(parts, StateWriter.VALUE) ? value() : null;
        for (long left = in.varint(); left > 0; left--) {
            state.attributes.put(in.text(), text());
        }
        in.checkEnd();
        return state;
    }

    private static boolean has(long parts, int part) {
        return (parts & part) != 0;
    }

    private void stages(JourneyState state) {
        long present = in.varint();
        if (present >>> state.first.length != 0) {
            throw new IllegalArgumentException("a lead's state has stages that its flow has not: rebuild the campaign");
        }
        for (int k = 0; k < state.first.length; k++) {
            if ((present & 1L << k) != 0) {
                state.first[k] = time();
            }
        }
        if (present != 0) {
            state.latestStage = time();
        }
    }

    private void conversions(JourneyState state) {
        long first = state.first[state.first.length - 1];
        if (first == NEVER) {
            return;
        }
        state.latestConversion = first + in.varint();
        if (first > state.revertedAt()) {
            state.firstCounting = first;
        } else if (state.latestConversion > state.revertedAt()) {
            state.firstCounting = state.latestConversion - in.varint();
        }
    }

    private Mention<Happening.Feedback> feedback() {
        Mention<?> event = event();
        long header = in.varint();
        List<String> reasons = new ArrayList<>();
        for (long left = header / 2; left > 0; left--) {
            reasons.add(in.text());
        }
        return said(event, new Happening.Feedback(header % 2 == 1 ? Mark.GOOD : Mark.BAD, reasons));
    }

    private Mention<Money> value() {
        Mention<?> event = event();
        int scale = Math.toIntExact(Bytes.unzigzag(in.varint()));
        BigInteger unscaled = new BigInteger(Long.toUnsignedString(in.varint()));
        return said(event, new Money(new BigDecimal(unscaled, scale), in.text()));
    }

    private Mention<String> text() {
        Mention<?> event = event();
        return said(event, in.text());
    }

    private static <T> Mention<T> said(Mention<?> event, T what) {
        return new Mention<>(event.at(), event.id(), what);
    }

    private Mention<?> event() {
        long known = in.varint();
        if (known > 0) {
            return read.get(Math.toIntExact(known - 1));
        }
        Mention<?> event = new Mention<>(time(), in.text(), "");
        read.add(event);
        return event;
    }

    private long time() {
        if (base == JourneyState.NOT_YET) {
            base = Bytes.unzigzag(in.varint());
            return base;
        }
        return base + Bytes.unzigzag(in.varint());
    }
}
