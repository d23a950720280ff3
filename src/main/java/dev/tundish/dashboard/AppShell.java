package dev.tundish.dashboard;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/** The page around all pages. */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@NpmPackage(value = "@fontsource-variable/inter", version = "5.3.0")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./tundish/shell.ts")
@Viewport("width=device-width, initial-scale=1")
public class AppShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "/mark.svg");
        settings.addMetaTag("referrer", "no-referrer");
    }
}
