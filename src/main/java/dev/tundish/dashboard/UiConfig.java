package dev.tundish.dashboard;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The listener for people, on Tomcat. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        // the core measures its pool
        excludeName = "org.springframework.boot.r2dbc.autoconfigure.metrics.ConnectionPoolMetricsAutoConfiguration")
@EnableVaadin("dev.tundish.dashboard")
@ComponentScan
public class UiConfig {}
