# One image, every stage: `docker compose` starts it with a different command for each.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -DskipTests -Dquick package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home civicwire \
 && mkdir -p /opt/civicwire /data && chown civicwire /data
COPY --from=build /src/app/target/civicwire/lib /opt/civicwire/lib
COPY --from=build /src/civicwire /opt/civicwire/civicwire
COPY --from=build /src/LICENSE /src/NOTICE /opt/civicwire/
USER civicwire
VOLUME /data
# Kafka and Elasticsearch are services of their own here; nothing embedded is in the image.
ENV CIVICWIRE_DATA=/data CIVICWIRE_WEB_HOST=0.0.0.0
EXPOSE 8080
ENTRYPOINT ["/opt/civicwire/civicwire"]
CMD ["--help"]
