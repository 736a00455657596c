package aiquant.engine.research;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The frame of every page we write: one file that may load nothing from anywhere.
final class HtmlPage {

    private HtmlPage() {}

    /// Tables that sort and curves that read out come with every page.
    ///
    /// @param body   markup between the body's tags
    /// @param script name of one more script in the program
    static String of(String title, String body, String script) {
        Html html = new Html()
                .raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'unsafe-inline'; script-src 'unsafe-inline'\">")
                .raw("<title>")
                .text(title)
                .raw("</title><style>\n");
        return html.raw(resource("report.css"))
                .raw(resource("plots.css"))
                .raw("</style></head><body>\n")
                .raw(body)
                .raw("\n<script>\n\"use strict\";\n(() => {\n")
                .raw(resource("common.js"))
                .raw(resource(script))
                .raw("})();\n</script></body></html>\n")
                .toString();
    }

    static String section(String title, String body) {
        return new Html()
                .raw("<section><h2>")
                .text(title)
                .raw("</h2>")
                .raw(body)
                .raw("</section>\n")
                .toString();
    }

    static void card(Html html, String label, String figure, String detail) {
        card(html, label, figure, detail, "");
    }

    static void card(Html html, String label, String figure, String detail, String cssClass) {
        html.raw("<div class=\"card\">")
                .element("div", "label", label)
                .element("div", "figure " + cssClass, figure)
                .element("div", "detail", detail)
                .raw("</div>");
    }

    static void fact(Html html, String name, String value) {
        html.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>");
    }

    static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
