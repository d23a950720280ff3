package dev.tundish.dashboard.campaign;

import dev.tundish.funnel.LeadEvent;
import dev.tundish.journal.Recorded;
import dev.tundish.live.CampaignPicture;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The newest events in words. */
final class NewestJson {

    /** An event that is older than this when it comes in moves numbers, and nothing else. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private NewestJson() {}

    /**
     * @param lead who it is, for those who may see it
     * @param number the lead's number, for the address of its page
     */
    record Event(
            long version,
            long at,
            String words,
            String tone,
            @Nullable String lead,
            @Nullable Integer number,
            @Nullable String source,
            boolean late,
            PictureJson.@Nullable Value value) {}

    static List<Event> of(CampaignPicture picture, boolean names) {
        EventWords words = new EventWords(picture.campaign().definition());
        return picture.newest().stream()
                .map(recorded -> event(recorded, words, names, picture.numbers().get(recorded.lead())))
                .toList();
    }

    private static Event event(Recorded recorded, EventWords words, boolean names, @Nullable Integer number) {
        LeadEvent event = recorded.event();
        long at = event.at() / 1000;
        return new Event(
                recorded.version(),
                at,
                words.words(event.what()),
                words.tone(event.what()).name().toLowerCase(Locale.ROOT),
                names ? recorded.lead() : null,
                names ? number : null,
                event.attributes().get("source"),
                recorded.receivedAt().toEpochMilli() - at > LATE.toMillis(),
                event.value() == null ? null : PictureJson.value(event.value()));
    }
}
