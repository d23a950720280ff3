package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.util.Locale;

/** Counts in the reader's own way of writing them. */
final class Numbers {

    private Numbers() {}

    static String of(long n) {
        UI ui = UI.getCurrent();
        return NumberFormat.getIntegerInstance(ui == null ? Locale.ENGLISH : ui.getLocale())
                .format(n);
    }

    static String leads(long n) {
        return of(n) + (n == 1 ? " lead" : " leads");
    }

    static String events(long n) {
        return of(n) + (n == 1 ? " event" : " events");
    }

    /** With its sign; nothing changes: a dash. */
    static String difference(long n) {
        return n == 0 ? "–" : n > 0 ? "+" + of(n) : "−" + of(-n);
    }
}
