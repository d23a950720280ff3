package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tundish.campaign.Checked.Fault;
import dev.tundish.campaign.DefinitionRules;
import dev.tundish.campaign.Draft;
import dev.tundish.grammar.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the campaign is called, where it is found, and whose it is. */
final class NamePart extends Part {

    private static final long serialVersionUID = 1;

    /** The address of the form itself. */
    private static final String TAKEN = "new";

    private final TextField name = mended(field("name", new TextField("Name")));
    private final TextField key = mended(field("key", new TextField("Key")));
    private final TextField channel = mended(field("channel", new TextField("Channel")));
    private final ComboBox<String> owner = mended(field("owner", new ComboBox<>("Owner")));
    private final MultiSelectComboBox<String> tags = mended(field("tags", new MultiSelectComboBox<>("Tags")));
    private final Checkbox archived = new Checkbox("Archived");
    private final Set<String> knownTags = new TreeSet<>();
    private boolean proposing;

    /** @param fresh whether the campaign is still to be made: its key can be chosen this once */
    NamePart(boolean fresh, Set<String> keys, Set<String> owners, Set<String> tagsInUse) {
        super("Campaign", "");
        proposing = fresh;
        name.setId("campaign-name");
        name.setRequiredIndicatorVisible(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addClassName("t-wide");
        key.setId("campaign-key");
        key.setReadOnly(!fresh);
        key.setHelperText(
                fresh
                        ? "How events and addresses name it. It stays as it is once the campaign is made."
                        : "How events and addresses name it. It stays as it is.");
        channel.setHelperText("Such as paid search or trade fair.");
        channel.setId("campaign-channel");
        owner.setId("campaign-owner");
        owner.setAllowCustomValue(true);
        owner.setItems(owners);
        owner.setClearButtonVisible(true);
        owner.setHelperText("Who looks after it.");
        owner.addCustomValueSetListener(event -> owner.setValue(event.getDetail()));
        knownTags.addAll(tagsInUse);
        tags.setId("campaign-tags");
        tags.setAllowCustomValue(true);
        tags.setItems(knownTags);
        tags.setHelperText("To filter campaigns by. Write a new one and press Enter.");
        tags.addCustomValueSetListener(event -> tag(event.getDetail()));
        archived.setHelperText("Kept and counted, and put out of sight.");
        archived.setVisible(!fresh);
        Div fields = new Div(name, key, channel, owner, tags, archived);
        fields.addClassName("t-fields");
        add(fields);
        name.addValueChangeListener(_ -> propose(keys));
        key.addValueChangeListener(event -> proposing &= !event.isFromClient());
    }

    /** As long as nobody wrote a key of their own, it follows the name. */
    private void propose(Set<String> taken) {
        if (!proposing) {
            return;
        }
        String slug = Slugs.dashed(name.getValue());
        String free = slug;
        for (int n = 2; taken.contains(free) || free.equals(TAKEN); n++) {
            String tail = "-" + n;
            free = slug.substring(0, Math.min(slug.length(), 64 - tail.length())) + tail;
        }
        key.setValue(free);
    }

    private void tag(String words) {
        String slug = Slugs.dashed(words);
        if (slug.isEmpty()) {
            return;
        }
        Set<String> chosen = new LinkedHashSet<>(tags.getValue());
        chosen.add(slug);
        if (knownTags.add(slug)) {
            tags.setItems(knownTags);
        }
        tags.setValue(chosen);
    }

    void show(String campaign, Draft draft) {
        proposing &= campaign.isEmpty();
        key.setValue(campaign);
        name.setValue(draft.name() == null ? "" : draft.name());
        channel.setValue(draft.channel() == null ? "" : draft.channel());
        owner.setValue(draft.owner());
        knownTags.addAll(draft.tags());
        tags.setItems(knownTags);
        tags.setValue(new LinkedHashSet<>(draft.tags()));
        archived.setValue(draft.archived());
    }

    @Override
    List<Fault> shapeless() {
        List<Fault> faults = new ArrayList<>();
        if (key.getValue().equals(TAKEN)) {
            faults.add(new Fault("key", "this form has that address: choose another."));
        } else if (!Names.isCampaignKey(key.getValue())) {
            faults.add(new Fault("key", "1 to 64 small letters, digits and “-”, and no “-” in front."));
        }
        return faults;
    }

    String key() {
        return key.getValue();
    }

    void focus() {
        name.focus();
    }

    @Nullable
    String name() {
        return orNull(name.getValue());
    }

    @Nullable
    String channel() {
        return orNull(channel.getValue());
    }

    @Nullable
    String owner() {
        return owner.getValue() == null ? null : orNull(owner.getValue());
    }

    List<String> tags() {
        return tags.getValue().stream()
                .sorted()
                .limit(DefinitionRules.TAGS + 1L)
                .toList();
    }

    boolean archived() {
        return archived.getValue();
    }

    static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
