package dev.tundish.report;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of reports.
 *
 * @param cubeMemory how much memory the cubes may take together; the least recently used go first
 */
@ConfigurationProperties("tundish.report")
public record ReportSettings(@DefaultValue("512MB") DataSize cubeMemory) {}
