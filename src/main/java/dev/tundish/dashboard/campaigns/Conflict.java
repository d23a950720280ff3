package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;

/** Two people changed the same campaign: whose text stands is for the second one to say. */
final class Conflict extends Dialog {

    private static final long serialVersionUID = 1;

    Conflict(SerializableRunnable theirs, SerializableRunnable mine, SerializableRunnable neither) {
        setId("campaign-conflict");
        setHeaderTitle("Somebody else changed this campaign");
        setCloseOnOutsideClick(false);
        add(new Paragraph(
                "It was changed while you were writing, and nothing of yours is saved yet. Your fields are as you left"
                        + " them: look at theirs and give yours up, or put yours in the place of theirs."));
        Button stay = button("Keep writing", neither);
        Button look = button("Show theirs", theirs);
        look.setId("conflict-theirs");
        Button over = button("Save mine over theirs", mine);
        over.setId("conflict-mine");
        over.addThemeVariants(ButtonVariant.ERROR);
        addDialogCloseActionListener(_ -> {
            close();
            neither.run();
        });
        getFooter().add(stay, look, over);
    }

    private Button button(String words, SerializableRunnable then) {
        return new Button(words, _ -> {
            close();
            then.run();
        });
    }
}
