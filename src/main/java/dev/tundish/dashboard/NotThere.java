package dev.tundish.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** What is shown for an address that leads nowhere, or that one may not see: both look the same. */
@ParentLayout(MainLayout.class)
@PageTitle("Nothing here · Tundish")
@AnonymousAllowed
public class NotThere extends Div implements HasErrorParameter<NotFoundException> {

    private static final long serialVersionUID = 1;

    public NotThere() {
        addClassNames("t-card", "t-narrow");
        add(
                new H1("There is nothing here"),
                new Paragraph("The address may be mistyped, or it is not for you to see."),
                new Anchor("/", "To the overview"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return 404;
    }
}
