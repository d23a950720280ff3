package dev.tundish.bench;

import com.microsoft.playwright.Page;

/** The count of the first stage, as an open page of a campaign shows it. */
final class FirstCount {

    /** Notes when it changes, what it shows and the time (milliseconds since the epoch). Fails while it is not there. */
    private static final String WATCH = """
            () => {
                const find = root => {
                    const here = root.querySelector('#stage-count-captured');
                    if (here) return here;
                    for (const e of root.querySelectorAll('*')) {
                        const found = e.shadowRoot && find(e.shadowRoot);
                        if (found) return found;
                    }
                    return null;
                };
                window.shown = new Map();
                let e = find(document);
                const note = () => {
                    e = e && e.isConnected ? e : find(document);
                    const digits = e ? e.textContent.trim().match(/^[0-9.,]+/) : null;
                    if (!digits) return;
                    const count = Number(digits[0].replace(/[.,]/g, ''));
                    if (window.shown.has(count)) return;
                    window.shown.set(count, performance.timeOrigin + performance.now());
                };
                new MutationObserver(note).observe(
                    e.getRootNode(), {subtree: true, childList: true, characterData: true});
                note();
            }""";

    private FirstCount() {}

    /** Begins to watch, as soon as there is something to watch: {@code window.shown} maps counts to times. */
    static void watch(Page page) {
        page.waitForFunction("() => { try { (" + WATCH + ")(); return true; } catch (e) { return false; } }");
    }
}
