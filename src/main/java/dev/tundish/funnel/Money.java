package dev.tundish.funnel;

import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param amount not negative, at most 15 digits before and 4 after the point
 * @param currency an active ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) {}
