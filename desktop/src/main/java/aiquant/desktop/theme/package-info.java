/// Dark and light: palettes named by meaning, the shipped font and the sheets.
@NullMarked
package aiquant.desktop.theme;

import org.jspecify.annotations.NullMarked;
