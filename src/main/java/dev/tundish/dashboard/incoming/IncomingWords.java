package dev.tundish.dashboard.incoming;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.tundish.incoming.Heard;
import dev.tundish.incoming.Preset;
import dev.tundish.incoming.Replays;
import dev.tundish.journal.RejectCode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What arrives, in plain words and in the reader's locale. */
final class IncomingWords {

    private final Locale locale;

    IncomingWords(Locale locale) {
        this.locale = locale;
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A moment in the reader's own time. */
    static Span when(Instant at) {
        Span when = new Span();
        when.getElement().appendChild(new Element("tundish-when").setProperty("at", (double) at.toEpochMilli()));
        return when;
    }

    String heard(Heard heard) {
        List<String> parts = new ArrayList<>();
        parts.add(number(heard.accepted()) + " taken");
        if (heard.duplicates() > 0) {
            parts.add(number(heard.duplicates()) + (heard.duplicates() == 1 ? " was" : " were") + " there already");
        }
        if (heard.refused() > 0) {
            parts.add(number(heard.refused()) + " refused");
        }
        if (heard.unsigned() > 0) {
            parts.add(number(heard.unsigned()) + " turned away: wrong signature");
        }
        return String.join(", ", parts);
    }

    /** Why something was refused. */
    static String reason(RejectCode code) {
        return switch (code) {
            case MISSING_FIELD -> "Something is missing";
            case INVALID_FIELD -> "A field is not as it has to be";
            case UNKNOWN_TYPE -> "It does not say what happened";
            case UNKNOWN_CAMPAIGN -> "There is no such campaign";
            case UNKNOWN_STAGE -> "The campaign has no such step";
            case FUTURE_TIMESTAMP -> "It is dated in the future";
            case ID_CONFLICT -> "Its number was used for something else";
            case TOO_MANY_ATTRIBUTES -> "Too many traits";
            case TOO_LARGE -> "It is too large";
            case MALFORMED -> "It cannot be read";
            case UNMAPPED -> "Nobody has said what it means";
        };
    }

    static String preset(Preset preset) {
        return switch (preset) {
            case NONE -> "Nobody: whoever knows the address may send";
            case STANDARD_WEBHOOKS -> "Standard Webhooks (Svix and others)";
            case STRIPE -> "Stripe";
            case HUBSPOT -> "HubSpot (version 3)";
            case META -> "Meta: Facebook and Instagram";
            case TYPEFORM -> "Typeform";
            case GOOGLE -> "Google Ads lead form (key)";
        };
    }

    static String every(Duration every) {
        long hours = every.toHours();
        if (hours < 1) {
            return every.toMinutes() + " minutes";
        }
        if (hours % 24 != 0 || hours < 24) {
            return hours == 1 ? "hour" : hours + " hours";
        }
        return hours == 24 ? "day" : hours / 24 + " days";
    }

    String result(Replays.Result result) {
        List<String> parts = new ArrayList<>();
        if (result.taken() > 0) {
            parts.add(number(result.taken()) + " taken");
        }
        if (result.known() > 0) {
            parts.add(number(result.known()) + (result.known() == 1 ? " was" : " were") + " there already");
        }
        if (result.leftOut() > 0) {
            parts.add(number(result.leftOut()) + " left out, as mapped");
        }
        if (result.refused() > 0) {
            parts.add(number(result.refused()) + " still refused");
        }
        return parts.isEmpty() ? "There is nothing to try again." : String.join(", ", parts) + ".";
    }
}
