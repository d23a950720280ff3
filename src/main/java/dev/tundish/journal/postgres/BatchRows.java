package dev.tundish.journal.postgres;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The parameters of {@link BatchSql#WRITE}. */
final class BatchRows {

    private record Lead(CampaignFold fold, LeadFold lead) {}

    private record Cell(Head head, int minute, String code, long leads, BigDecimal amount) {}

    private BatchRows() {}

    static Object[] of(Collection<CampaignFold> changed) {
        List<Lead> leads = new ArrayList<>();
        List<Key> attributes = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (CampaignFold fold : changed) {
            Head head = fold.head();
            fold.leads().forEach(lead -> leads.add(new Lead(fold, lead)));
            fold.freshAttributes().forEach(key -> attributes.add(new Key(head.campaign(), key)));
            fold.tally()
                    .forEach((cell, count, amount) ->
                            cells.add(new Cell(head, cell.minute(), cell.code(), count, amount)));
        }
        Columns<CampaignFold> c = new Columns<>(changed);
        Columns<Lead> l = new Columns<>(leads);
        Columns<Key> a = new Columns<>(attributes);
        Columns<Cell> t = new Columns<>(cells);
        return new Object[] {
            c.ints(fold -> fold.head().campaign()),
            c.ints(CampaignFold::freshLeads),
            c.ints(CampaignFold::events),
            l.ints(row -> row.fold().head().campaign()),
            l.ints(row -> row.fold().head().epoch()),
            l.ints(row -> row.lead().number),
            l.texts(row -> row.lead().lead),
            l.longs(row -> row.fold().version()),
            l.bytes(row -> row.lead().state.encode()),
            a.ints(Key::campaign),
            a.texts(Key::name),
            t.ints(row -> row.head().campaign()),
            t.ints(row -> row.head().epoch()),
            t.ints(Cell::minute),
            t.texts(Cell::code),
            t.longs(Cell::leads),
            t.values(Cell::amount, new BigDecimal[t.size()])
        };
    }
}
