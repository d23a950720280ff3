# Tundish, built from source: the pages' bundle wants node 24, the program JDK 25, the running image neither.
FROM node:24-bookworm-slim AS node

FROM eclipse-temurin:25-jdk-noble AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
    && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx \
    && apt-get update && apt-get install -y --no-install-recommends unzip && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    ./mvnw -q -B -Pproduction -DskipTests package

FROM eclipse-temurin:25-jre-noble
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && groupadd --system --gid 10001 tundish \
    && useradd --system --uid 10001 --gid tundish --home-dir /var/lib/tundish --create-home tundish
COPY --from=build /build/target/tundish.jar /opt/tundish/tundish.jar
COPY --from=build /build/LICENSE /opt/tundish/LICENSE
USER tundish
WORKDIR /var/lib/tundish
ENV TUNDISH_HOME=/var/lib/tundish/data
RUN mkdir -m 700 "$TUNDISH_HOME"
VOLUME /var/lib/tundish/data
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
    CMD curl -fsS http://127.0.0.1:8081/actuator/health/readiness
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/tundish/tundish.jar"]
CMD ["run"]
