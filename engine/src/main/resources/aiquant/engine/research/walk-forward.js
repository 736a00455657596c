  // Nothing of its own: tables and the curve are the common ones.
