package dev.tundish.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the demo runs. On the same data folder keep both: the ids follow from them.
 *
 * @param seed another one brings other leads
 * @param speed how many times as fast everything goes, above 0 and at most 100; 1 is about an event a second
 */
@ConfigurationProperties("tundish.demo")
record DemoSettings(
        @DefaultValue("20261123") long seed,
        @DefaultValue("1") double speed) {

    DemoSettings {
        if (!(speed > 0 && speed <= 100)) {
            throw new IllegalArgumentException("tundish.demo.speed is above 0 and at most 100, not " + speed);
        }
    }
}
