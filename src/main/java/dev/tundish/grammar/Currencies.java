package dev.tundish.grammar;

import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * The active codes of ISO 4217, by its List One (published by SIX as maintenance agency, state of January 2026).
 * {@code java.util.Currency} also knows the historic ones, which are none here.
 */
public final class Currencies {

    private static final Set<String> ACTIVE = Set.of("""
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
            CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD
            HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD
            MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
            PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD
            TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD
            XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG""".split("\\s+"));

    private Currencies() {}

    /** Whether money of this currency is taken. */
    public static boolean isActive(String code) {
        return ACTIVE.contains(code);
    }

    /** All active codes, in the order of the alphabet. */
    public static List<String> active() {
        return ACTIVE.stream().sorted().toList();
    }

    /** How many decimals amounts of an active currency usually have; 0 where there is no such custom. */
    public static int decimals(String code) {
        // The one active code that java.util.Currency does not know, and refuses; ISO 4217 gives it four.
        return code.equals("UYW") ? 4 : Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    }
}
