package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.tundish.campaign.Checked.Fault;
import dev.tundish.campaign.Draft;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When it runs, in which zone, and how much time a lead is allowed. */
final class TimePart extends Part {

    private static final long serialVersionUID = 1;
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    private final ComboBox<String> zone = mended(field("zone", new ComboBox<>("Time zone")));
    private final Picked launch = new Picked("launchedAt", "Launch", "campaign-launch");
    private final Picked end = new Picked("endsAt", "End", "campaign-end");
    private final TextField days = mended(field("window", new TextField("Time allowed, in days")));
    private @Nullable Duration window;
    private String daysShown = "";

    TimePart() {
        super("Time", "Days begin and end, and hours are written, in the campaign’s time zone.");
        zone.setId("campaign-zone");
        zone.setItems(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        zone.setRequiredIndicatorVisible(true);
        days.setId("campaign-window");
        days.setPlaceholder("usual");
        days.setHelperText("A lead that takes longer ran out of time. Usual: 30 where sales takes over, else 14.");
        end.picker.setHelperText("Empty: it runs until further notice.");
        Div fields = new Div(zone, days, launch.picker, end.picker);
        fields.addClassName("t-fields");
        add(fields);
    }

    /** A moment to the minute. One that nobody touched keeps its seconds. */
    private final class Picked implements java.io.Serializable {
        private static final long serialVersionUID = 1;
        private final DateTimePicker picker;
        private final String name;
        private @Nullable Instant kept;
        private @Nullable LocalDateTime shown;
        private String shownIn = "";

        private Picked(String name, String label, String id) {
            this.name = name;
            picker = field(name, new DateTimePicker(label));
            picker.setId(id);
            picker.setStep(Duration.ofMinutes(15));
            picker.setDatePlaceholder("Date");
            picker.setTimePlaceholder("Time");
        }

        private void show(@Nullable Instant moment, String in) {
            kept = moment;
            shownIn = in;
            shown = moment == null
                    ? null
                    : LocalDateTime.ofInstant(moment, ZoneId.of(in)).truncatedTo(ChronoUnit.MINUTES);
            picker.setValue(shown);
        }

        private @Nullable Instant value() {
            LocalDateTime now = picker.getValue();
            if (now == null) {
                return null;
            }
            if (now.equals(shown) && shownIn.equals(zone())) {
                return kept;
            }
            ZoneId in = zone() == null ? ZoneOffset.UTC : ZoneId.of(zone());
            return now.atZone(in).toInstant();
        }

        /** Half a moment, or letters: the picker itself says so, and its value is empty. */
        private void judge(List<Fault> faults) {
            if (picker.isInvalid() && picker.getValue() == null) {
                faults.add(new Fault(name, "Choose a date and a time, or leave both empty."));
            }
        }
    }

    void show(Draft draft) {
        String in = draft.zone() == null ? "UTC" : draft.zone();
        zone.setValue(in);
        launch.show(draft.launchedAt(), in);
        end.show(draft.endsAt(), in);
        window = draft.window();
        daysShown = window == null
                ? ""
                : BigDecimal.valueOf(window.toSeconds())
                        .divide(DAY, 5, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
        days.setValue(daysShown);
    }

    /** The zone of whoever makes the campaign, while it is still nobody's choice. */
    void propose(String browserZone) {
        if (zone.getListDataView().contains(browserZone)) {
            zone.setValue(browserZone);
        }
    }

    @Override
    List<Fault> shapeless() {
        List<Fault> faults = new ArrayList<>();
        if (!days.isEmpty() && days() == null) {
            faults.add(new Fault("window", "is no number of days."));
        }
        launch.judge(faults);
        end.judge(faults);
        return faults;
    }

    private @Nullable Duration days() {
        String text = days.getValue().strip();
        if (!text.matches("[0-9]{1,6}([.,][0-9]{1,5})?")) {
            return null;
        }
        return Duration.ofSeconds(new BigDecimal(text.replace(',', '.'))
                .multiply(DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue());
    }

    @Nullable
    String zone() {
        return zone.getValue();
    }

    @Nullable
    Instant launchedAt() {
        return launch.value();
    }

    @Nullable
    Instant endsAt() {
        return end.value();
    }

    @Nullable
    Duration window() {
        return days.getValue().equals(daysShown) ? window : days();
    }
}
