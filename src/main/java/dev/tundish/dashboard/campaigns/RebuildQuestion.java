package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableRunnable;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.FlowTrial;

/** Asks before a campaign is counted anew, with what that does as it is read from the log at this moment. */
final class RebuildQuestion extends Dialog {

    private static final long serialVersionUID = 1;

    RebuildQuestion(
            FlowTrial trial, Definition before, Definition after, SerializableRunnable yes, SerializableRunnable no) {
        setId("campaign-rebuild");
        setHeaderTitle("Count the campaign anew?");
        setCloseOnOutsideClick(false);
        Effect effect = new Effect();
        effect.setId("campaign-rebuild-effect");
        effect.removeClassName("t-card");
        effect.addClassName("t-bare");
        effect.show(trial, before, after);
        add(effect);
        Button go = new Button("Save and count anew", _ -> {
            close();
            yes.run();
        });
        go.setId("campaign-rebuild-yes");
        go.addThemeVariants(ButtonVariant.PRIMARY);
        Button stay = new Button("Not yet", _ -> {
            close();
            no.run();
        });
        addDialogCloseActionListener(_ -> {
            close();
            no.run();
        });
        getFooter().add(stay, go);
    }
}
