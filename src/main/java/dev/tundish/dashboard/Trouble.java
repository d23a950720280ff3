package dev.tundish.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is shown when a page cannot be made; the log says why. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class Trouble extends Div implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.warn("A page could not be made", parameter.getException());
        addClassNames("t-card", "t-narrow");
        add(
                new H1("This page cannot be shown just now"),
                new Paragraph(
                        "The numbers may be out of reach for a moment. Nothing is lost: what is sent meanwhile is kept."),
                new Anchor(event.getLocation().getPathWithQueryParameters(), "Try again"));
        return 503;
    }
}
