package dev.tundish.dashboard.imports;

import dev.tundish.imports.FileFacts;
import dev.tundish.imports.Import;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Imports in plain words, in the reader's locale. */
final class ImportWords {

    private final Locale locale;

    ImportWords(Locale locale) {
        this.locale = locale;
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String rows(long rows) {
        return number(rows) + (rows == 1 ? " row" : " rows");
    }

    String when(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment.atZone(zone));
    }

    /** What was found out about the file. */
    String facts(Import job) {
        FileFacts facts = job.facts();
        if (facts == null) {
            return "It is still coming in.";
        }
        String columns =
                job.header().size() == 1 ? "1 column" : number(job.header().size()) + " columns";
        String separated = job.header().size() == 1 ? "" : ", separated by " + separator(facts.separator());
        return rows(facts.rows()) + ", " + columns + separated + ", " + letters(facts.letters()) + ".";
    }

    private static String separator(char separator) {
        return switch (separator) {
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "commas";
        };
    }

    private static String letters(FileFacts.Letters letters) {
        return switch (letters) {
            case UTF_8 -> "letters in UTF-8";
            case WINDOWS_1252 -> "letters in Windows-1252 (look whether accents are right below)";
            case BOTH -> "letters in UTF-8, some in Windows-1252 (look whether accents are right below)";
        };
    }

    /** Where it stands, in a word or two. */
    static String state(Import.State state) {
        return switch (state) {
            case RECEIVING -> "Coming in";
            case MAPPING -> "To be mapped";
            case WAITING -> "Waiting for its turn";
            case RUNNING -> "Running";
            case DONE -> "Done";
            case STOPPED -> "Stopped";
            case FAILED -> "Failed";
        };
    }

    /** What became of its rows. */
    String result(Import job) {
        if (job.rowsDone() == 0) {
            return job.state() == Import.State.DONE ? "It had no rows." : "Nothing was brought in yet.";
        }
        String known = job.known() == 1 ? "1 was there already" : number(job.known()) + " were there already";
        return number(job.added()) + " new, " + known + ", " + number(job.refused()) + " refused";
    }
}
