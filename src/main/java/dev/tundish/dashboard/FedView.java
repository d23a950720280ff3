package dev.tundish.dashboard;

import java.util.HashMap;

/** A web component that is fed with shared pictures while somebody looks. */
public abstract class FedView extends Feed<Page> {

    private static final long serialVersionUID = 1;

    private final HashMap<String, String> shown = new HashMap<>();

    /** A picture is shown that differs from the one before. */
    protected void changed(Page page) {}

    @Override
    protected void show(Page page) {
        if (!page.json().equals(shown.put(page.name(), page.json()))) {
            getElement().setProperty(page.name(), page.json());
            changed(page);
        }
        if (page.name().equals(Page.MAIN)) {
            getElement().setProperty("completeTo", page.completeTo());
        }
    }
}
