package aiquant.engine.research;

/// Markup in the making: everything that comes from outside goes in as text and comes out harmless.
///
/// Not thread-safe.
final class Html {

    private final StringBuilder out = new StringBuilder();

    /// Markup of our own, as it stands.
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /// Anything else.
    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /// `<name class="…">text</name>`
    Html element(String name, String cssClass, String text) {
        return raw("<").raw(name)
                .raw(" class=\"")
                .text(cssClass)
                .raw("\">")
                .text(text)
                .raw("</")
                .raw(name)
                .raw(">");
    }

    /// Safe between tags and inside quoted attributes.
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(Character.isISOControl(c) && !Character.isWhitespace(c) ? 0xFFFD : c);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
