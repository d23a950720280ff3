package dev.tundish.funnel;

/** The first so many of the leads that it is offered, by key and then by number: a heap whose top is the last of them. */
final class FirstLeads {

    private final long[] keys;
    private final int[] leads;
    private int size;

    FirstLeads(int most) {
        this.keys = new long[most];
        this.leads = new int[most];
    }

    static boolean isBefore(long key, int lead, long otherKey, int otherLead) {
        return key != otherKey ? key < otherKey : lead < otherLead;
    }

    void offer(long key, int lead) {
        if (size < keys.length) {
            int place = size++;
            while (place > 0) {
                int parent = place - 1 >> 1;
                if (!isBefore(keys[parent], leads[parent], key, lead)) {
                    break;
                }
                put(place, keys[parent], leads[parent]);
                place = parent;
            }
            put(place, key, lead);
        } else if (isBefore(key, lead, keys[0], leads[0])) {
            sink(key, lead, size);
        }
    }

    /** Puts it in place of the top, among the first so many. */
    private void sink(long key, int lead, int among) {
        int place = 0;
        for (int child = 1; child < among; child = 2 * place + 1) {
            if (child + 1 < among && isBefore(keys[child], leads[child], keys[child + 1], leads[child + 1])) {
                child++;
            }
            if (!isBefore(key, lead, keys[child], leads[child])) {
                break;
            }
            put(place, keys[child], leads[child]);
            place = child;
        }
        put(place, key, lead);
    }

    private void put(int place, long key, int lead) {
        keys[place] = key;
        leads[place] = lead;
    }

    /** Puts them in order; nothing may be offered any more. */
    void sort() {
        for (int last = size - 1; last > 0; last--) {
            long key = keys[last];
            int lead = leads[last];
            put(last, keys[0], leads[0]);
            sink(key, lead, last);
        }
    }

    int size() {
        return size;
    }

    long key(int place) {
        return keys[place];
    }

    int lead(int place) {
        return leads[place];
    }
}
