package dev.tundish.imports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

/** Two files in the shape of the public Olist data set: leads that came in, and deals that were won. */
public final class Olist {

    private static final LocalDate FIRST = LocalDate.of(2017, 6, 14);
    private static final List<String> ORIGINS =
            List.of("organic_search", "paid_search", "social", "unknown", "direct_traffic", "email", "referral", "");
    private static final List<String> SEGMENTS = List.of("pet", "car_accessories", "home_appliances", "food_drink", "");

    private Olist() {}

    /** A lead a row; the first so many are the same in every file. */
    public static String leads(int leads) {
        Random random = new Random(1);
        StringBuilder file = new StringBuilder("mql_id,first_contact_date,landing_page_id,origin\n");
        for (int n = 0; n < leads; n++) {
            file.append(id(n)).append(',').append(FIRST.plusDays(random.nextInt(350)));
            file.append(",%032x,".formatted(random.nextInt(495)));
            file.append(ORIGINS.get(random.nextInt(ORIGINS.size()))).append('\n');
        }
        return file.toString();
    }

    /** Deals that some of the leads became. */
    public static String deals(int leads, int deals) {
        Random random = new Random(2);
        StringBuilder file = new StringBuilder("mql_id,seller_id,won_date,business_segment,lead_type,average_stock\n");
        for (int n = 0; n < deals; n++) {
            LocalDateTime won =
                    LocalDate.of(2018, 6, 1).plusDays(random.nextInt(160)).atTime(19, 58, random.nextInt(60));
            file.append(id(n * (leads / deals))).append(",%032x,".formatted(1_000_000 + n));
            file.append(won.toLocalDate())
                    .append(' ')
                    .append("%tT".formatted(won))
                    .append(',');
            file.append(SEGMENTS.get(random.nextInt(SEGMENTS.size()))).append(",online_medium,\n");
        }
        return file.toString();
    }

    private static String id(int lead) {
        return "%032x".formatted(lead * 2_654_435_761L);
    }
}
