package dev.tundish.demo;

import java.time.Instant;

/** An event and the moment at which its sender gets round to sending it: at once, late, or a second time. */
record Sending(Instant sendAt, DemoEvent event) {}
