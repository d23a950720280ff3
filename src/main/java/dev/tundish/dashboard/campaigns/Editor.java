package dev.tundish.dashboard.campaigns;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.login.SignedIn;
import org.jspecify.annotations.Nullable;

/** The page around the form: a heading, what stands beside the fields, the button that saves; nobody leaves it by mistake. */
abstract class Editor extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private final Unsaved unsaved = new Unsaved();
    private final Div head = new Div();
    private final Div middle = new Div();
    private final Aside aside = new Aside();
    private final Button save = new Button("Save", _ -> submit());
    private final Span state = new Span();
    private transient @Nullable CampaignForm form;
    private transient @Nullable Wish before;

    Editor(String saving) {
        addClassName("t-editor");
        head.addClassName("t-head");
        middle.addClassName("t-editor-middle");
        aside.addClassName("t-editor-aside");
        save.setText(saving);
        save.setId("campaign-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL);
        state.addClassName("t-said");
        state.setId("campaign-state");
        state.getElement().setAttribute("role", "status");
        Div foot = new Div(save, state);
        foot.addClassName("t-editor-foot");
        add(unsaved, head, middle, foot);
    }

    /** Everything that the fields hold is right: it is to be saved. */
    abstract void save(Definition definition);

    /** Shows a form under a title, beside some cards. */
    final void show(String title, CampaignForm next, Component... cards) {
        form = next;
        head.removeAll();
        head.add(new H1(title));
        middle.removeAll();
        aside.removeAll();
        aside.add(cards);
        middle.add(next, aside);
    }

    final void headed(Component... links) {
        Div all = new Div(links);
        all.addClassName("t-links");
        head.add(all);
    }

    /** From here on, what is in the form counts as saved. */
    final void settled() {
        before = form == null ? null : form.wish();
        unsaved.forget();
    }

    /** What counted as saved was not kept after all. */
    final void unsettled() {
        before = null;
        unsaved.touch();
    }

    final void touched() {
        unsaved.touch();
    }

    /** Lets somebody save again. */
    final void ready(String words) {
        save.setEnabled(true);
        state.setText(words);
    }

    final CampaignForm form() {
        return java.util.Objects.requireNonNull(form, "no form is shown");
    }

    /** Whether something was written that is not saved. */
    final boolean isUnsaved() {
        return form != null && !form.wish().equals(before);
    }

    private void submit() {
        state.setText("");
        form().judged().ifPresentOrElse(this::save, () -> ready("Something is not right yet: see the fields marked."));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!isUnsaved()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leaving = event.postpone();
        ConfirmDialog sure =
                new ConfirmDialog("Leave without saving?", "What you changed here is not saved yet.", "Leave", _ -> {
                    unsaved.forget();
                    leaving.proceed();
                });
        sure.setId("campaign-leave");
        sure.setConfirmButtonTheme("error primary");
        sure.setCancelable(true);
        sure.setCancelText("Stay here");
        sure.addCancelListener(_ -> leaving.cancel());
        sure.open();
    }

    /** Whoever sits before the page, by name. */
    static String me() {
        return SignedIn.current().map(SignedIn::getUsername).orElse("somebody");
    }
}
