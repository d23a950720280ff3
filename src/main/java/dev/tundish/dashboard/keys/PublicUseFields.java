package dev.tundish.dashboard.keys;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tundish.access.PublicUse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a public key is good, and how much it may send. */
final class PublicUseFields extends Div {

    private static final long serialVersionUID = 1;
    private static final int MOST = 100;

    private final TextArea origins = new TextArea("On pages of");
    private final IntegerField perMinute = new IntegerField("At most, in a minute");

    PublicUseFields() {
        addClassName("t-form");
        origins.setId("key-origins");
        origins.setRequiredIndicatorVisible(true);
        origins.setPlaceholder("https://www.example.com");
        origins.setHelperText("One address a line: what stands before the first single slash when you visit the page.");
        origins.setWidthFull();
        perMinute.setId("key-per-minute");
        perMinute.setValue(PublicUse.USUAL_PER_MINUTE);
        perMinute.setMin(1);
        perMinute.setMax(PublicUse.MOST_PER_MINUTE);
        perMinute.setHelperText("Calls of all visitors together. More is turned away until the minute is over.");
        perMinute.setWidthFull();
        add(origins, perMinute);
    }

    /** What was filled in; null when something is wrong, which is said at the field. */
    @Nullable
    PublicUse read() {
        List<String> lines =
                origins.getValue().lines().filter(line -> !line.isBlank()).toList();
        Set<String> named = new LinkedHashSet<>();
        lines.forEach(line -> PublicUse.origin(line).ifPresent(named::add));
        Optional<String> wrong =
                lines.stream().filter(line -> PublicUse.origin(line).isEmpty()).findFirst();
        origins.setErrorMessage(
                wrong.map(line -> "“" + line.strip() + "” is no such address: write it as https://www.example.com.")
                        .orElse("Name 1 to " + MOST + " addresses."));
        origins.setInvalid(wrong.isPresent() || named.isEmpty() || named.size() > MOST);
        Integer most = perMinute.getValue();
        perMinute.setErrorMessage("Choose a number from 1 to 100,000.");
        perMinute.setInvalid(most == null || most < 1 || most > PublicUse.MOST_PER_MINUTE);
        return origins.isInvalid() || perMinute.isInvalid() || most == null ? null : new PublicUse(named, most);
    }
}
