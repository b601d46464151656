package org.gridwright.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The map application in one window. Everything the browser finds fault with is kept: errors on the
 * console, exceptions, and requests to other hosts.
 */
final class MapPage implements AutoCloseable {

  final Page page;
  private final BrowserContext context;
  private final URI root;
  private final List<String> complaints = new ArrayList<>();

  /** The page's language; null leaves it to the browser, which asks for English. */
  private @Nullable String language;

  MapPage(BrowserContext context, URI root, double timeoutMillis) {
    this.context = context;
    this.root = root;
    context.setDefaultTimeout(timeoutMillis);
    context.onConsoleMessage(this::heard);
    context.onWebError(error -> complaints.add("exception: " + error.error()));
    context.onRequest(this::asked);
    this.page = context.newPage();
  }

  static Browser.NewContextOptions options(int width, int height) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setLocale("en-GB")
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  /**
   * From now on the page is opened in a language.
   *
   * @param tag {@code en} or {@code zh}
   */
  MapPage in(String tag) {
    language = tag;
    return this;
  }

  /**
   * Opens the application and waits until the areas are drawn. Once for each window.
   *
   * @param hash what follows the path, such as {@code #/dispatch?lang=zh}
   */
  MapPage open(String hash) {
    String said = language == null ? "" : (hash.contains("?") ? "&" : "?") + "lang=" + language;
    page.navigate(root + hash + said);
    awaitDrawn();
    return this;
  }

  void awaitDrawn() {
    assertThat(page.locator("body")).hasAttribute("data-ready", "true");
  }

  /** Waits until the areas are drawn and nothing is being loaded any more. */
  void awaitQuiet() {
    awaitDrawn();
    assertThat(page.locator("body")).hasAttribute("data-loading", "0");
    assertThat(page.locator(".skeleton")).hasCount(0);
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
  }

  /** The select of the incidents' category, in the English page. */
  Locator category() {
    return page.getByRole(
        AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Category").setExact(true));
  }

  Locator part(String testId) {
    return page.getByTestId(testId);
  }

  /** The code of the grid that the answer names. */
  Locator answeredGrid() {
    return part("answer").locator(".answer-head .code");
  }

  /** Types into the search field, letter by letter. */
  void search(String text) {
    part("search").click();
    page.keyboard().type(text);
  }

  String hash() {
    return (String) page.evaluate("location.hash");
  }

  /** Makes {@code ground}, a context with what is painted of the areas, as large as the map. */
  static final String GROUND =
      """
      const box = document.querySelector('#map').getBoundingClientRect();
      const ground = new OffscreenCanvas(box.width, box.height).getContext('2d');
      for (const tile of document.querySelectorAll('.leaflet-units-pane canvas')) {
        const { left, top, width, height } = tile.getBoundingClientRect();
        ground.drawImage(tile, left - box.left, top - box.top, width, height);
      }
      """;

  /** Where the areas are drawn: the share of painted pixels in [0, 1], and how many colours. */
  Painting painting() {
    Object seen =
        page.evaluate(
            "() => {"
                + GROUND
                + """
                  const { width, height } = ground.canvas;
                  const pixels = ground.getImageData(0, 0, width, height).data;
                  const colours = new Set();
                  let painted = 0;
                  for (let i = 0; i < pixels.length; i += 4) {
                    if (pixels[i + 3] === 0) continue;
                    painted++;
                    colours.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
                  }
                  return [painted / (width * height), colours.size];
                }\
                """);
    List<?> numbers = (List<?>) seen;
    return new Painting(
        ((Number) numbers.get(0)).doubleValue(), ((Number) numbers.get(1)).intValue());
  }

  record Painting(double share, int colours) {}

  /** All words that can be seen or are read out: texts, labels, tooltips, hints. */
  List<String> words() {
    Object words =
        page.evaluate(
            """
            () => {
              const shown = element => element.checkVisibility({ visibilityProperty: true });
              const found = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const text = walker.currentNode.textContent.trim();
                if (text && shown(walker.currentNode.parentElement)) found.push(text);
              }
              for (const element of document.querySelectorAll('body *')) {
                if (!shown(element)) continue;
                for (const name of ['aria-label', 'title', 'placeholder']) {
                  if (element.getAttribute(name)) found.push(element.getAttribute(name));
                }
              }
              return found;
            }\
            """);
    return ((List<?>) words).stream().map(String::valueOf).toList();
  }

  /**
   * What the browser found fault with so far, and the terms of the data that the page, as it is
   * now, has no word for.
   */
  List<String> complaints() {
    List<String> all = new ArrayList<>(complaints);
    if (!page.isClosed()) {
      all.addAll(wordless());
    }
    return all;
  }

  /** Nothing that was found so far is a fault. */
  void forgive() {
    complaints.clear();
  }

  private List<String> wordless() {
    Object terms = page.evaluate("document.body.dataset.wordless ?? ''");
    return "".equals(terms) ? List.of() : List.of("no word for " + terms);
  }

  /** Closes the window, once; what it has no word for is kept. */
  @Override
  public void close() {
    if (page.isClosed()) {
      return;
    }
    complaints.addAll(wordless());
    context.close();
  }

  private void heard(ConsoleMessage message) {
    if (message.type().equals("error") || message.type().equals("warning")) {
      complaints.add(message.type() + ": " + message.text() + " (" + message.location() + ")");
    }
  }

  private void asked(Request request) {
    URI address = URI.create(request.url());
    boolean own = address.getPort() == root.getPort() && root.getHost().equals(address.getHost());
    if (!own && !"data".equals(address.getScheme()) && !"blob".equals(address.getScheme())) {
      complaints.add("request to another host: " + address);
    }
  }
}
