package dev.tundish.wrong.live;

import com.github.benmanes.caffeine.cache.Cache;

/** Takes another room's library. */
record Caches(Cache<String, String> cache) {}
