package dev.tundish.demo;

import java.util.ArrayList;
import java.util.List;

/** Things that are drawn with different weights. */
final class Odds<T> {

    private final List<T> things = new ArrayList<>();
    private final List<Double> upTo = new ArrayList<>();
    private double total;

    static <T> Odds<T> of(T thing, double weight) {
        return new Odds<T>().or(thing, weight);
    }

    Odds<T> or(T thing, double weight) {
        total += weight;
        things.add(thing);
        upTo.add(total);
        return this;
    }

    T draw(Dice dice) {
        double point = dice.fraction() * total;
        int i = 0;
        while (i < things.size() - 1 && upTo.get(i) <= point) {
            i++;
        }
        return things.get(i);
    }
}
