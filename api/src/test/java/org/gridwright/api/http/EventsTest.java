package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.json.JavalinJackson3;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.api.http.events.Events;
import org.gridwright.api.http.events.EventsResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Server-sent events, read from sockets as a browser would. */
class EventsTest {

  @TempDir Path folder;

  @Test
  void everyOpenMapLearnsOfAPublishedPlan() throws Exception {
    try (SmallCity city = SmallCity.serve(folder)) {
      List<EventReader> readers = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        readers.add(EventReader.open(city.server.port()));
      }
      city.publish("ZZ/CC", "2025-05-01");
      for (EventReader reader : readers) {
        EventReader.Event plan = reader.next();
        assertThat(plan.name()).isEqualTo("plan");
        assertThat(plan.data().toString())
            .isEqualTo("{\"id\":3,\"theme\":\"beats\",\"effectiveFrom\":\"2025-05-01\"}");
        reader.close();
      }
    }
  }

  @Test
  void aReaderThatDoesNotReadHoldsNobodyUp() throws Exception {
    try (SmallCity city = SmallCity.serve(folder);
        EventReader idle = EventReader.open(city.server.port());
        EventReader reader = EventReader.open(city.server.port())) {
      for (int i = 1; i <= 3; i++) {
        city.publish("AB/CC", "2025-05-0" + i);
        assertThat(reader.next().data().get("id").asInt()).isEqualTo(2 + i);
      }
      assertThat(idle.next().data().get("id").asInt()).isEqualTo(3);
    }
  }

  @Test
  void oneStreamMoreThanThereMayBeIsRefused() throws Exception {
    try (Events events = new Events()) {
      Javalin server =
          Javalin.create(
                  config -> {
                    config.jsonMapper(new JavalinJackson3(Json.MAPPER, false));
                    new Problems().register(config.routes);
                    new EventsResource(events, "1", 1).register(config.routes);
                  })
              .start("127.0.0.1", 0);
      try (EventReader reader = EventReader.open(server.port())) {
        Answer refused = new Client(server.port()).get("/api/v1/events");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        events.close();
        assertThat(reader.atEnd()).isTrue();
      } finally {
        server.stop();
      }
    }
  }

  @Test
  void streamsEndWhenTheServerCloses() throws Exception {
    SmallCity city = SmallCity.serve(folder);
    try (EventReader reader = EventReader.open(city.server.port())) {
      city.close();
      assertThat(reader.atEnd()).isTrue();
    }
  }

  @Test
  void streamsAreCountedAndForgotten() throws Exception {
    try (SmallCity city = SmallCity.serve(folder)) {
      EventReader reader = EventReader.open(city.server.port());
      assertThat(city.client.get("/metrics").body()).contains("gridwright_event_streams 1.0");
      reader.close();
      int published = 0;
      while (city.client.get("/metrics").body().contains("gridwright_event_streams 1.0")) {
        city.publish("AB/CC", "20" + (30 + published++ % 60) + "-01-01");
      }
    }
  }
}
