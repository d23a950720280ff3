package dev.tundish.wrong.report;

import com.vaadin.flow.component.html.Span;
import dev.tundish.wrong.dashboard.Page;

/** Points up, and takes another room's library. */
record KnowsThePages(Page page, Span span) {}
