package dev.tundish;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** All rooms but the two with a door: the parent of both listeners. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "com.vaadin.flow.spring.SpringBootAutoConfiguration",
            "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
            "com.vaadin.flow.spring.VaadinScopesConfig",
            // the API's listener measures the start; a child's events reach its parent, which would measure it twice
            "org.springframework.boot.micrometer.metrics.autoconfigure.startup.StartupTimeMetricsListenerAutoConfiguration"
        })
@ComponentScan({
    "dev.tundish.lifecycle",
    "dev.tundish.database",
    "dev.tundish.campaign",
    "dev.tundish.journal",
    "dev.tundish.intake",
    "dev.tundish.imports",
    "dev.tundish.incoming",
    "dev.tundish.tracking",
    "dev.tundish.report",
    "dev.tundish.live",
    "dev.tundish.feedback",
    "dev.tundish.access",
    "dev.tundish.demo"
})
public class CoreConfig {

    /** The only clock. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
