package dev.tundish.bench;

import com.microsoft.playwright.Page;

/** The way into the pages. */
final class SignIn {

    private SignIn() {}

    /** Opens an address, signs in where it leads to, and is there. */
    static void at(Page page, App app, String address) {
        page.navigate(app.page(address));
        page.locator("#login input[name=username]").fill("admin");
        page.locator("#login input[name=password]").fill(App.PASSWORD);
        page.locator("#login input[name=password]").press("Enter");
        page.waitForURL(now -> !now.contains("/login"));
    }
}
