package dev.tundish.dashboard.explore;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;

/**
 * The links of a page's web component: each is an address that can be opened by itself, and a plain click on one goes
 * there without loading the page anew.
 */
final class Way {

    private static final String ADDRESS = "event.detail.address";

    private Way() {}

    static void open(Element page) {
        page.addEventListener("go", event -> {
                    String address = event.getEventData().path(ADDRESS).asString("");
                    if (address.startsWith("/") && !address.startsWith("//")) {
                        int query = address.indexOf('?');
                        UI.getCurrent()
                                .navigate(
                                        address.substring(1, query < 0 ? address.length() : query),
                                        QueryParameters.fromString(query < 0 ? "" : address.substring(query + 1)));
                    }
                })
                .addEventData(ADDRESS);
    }
}
