enum LexiconsPlaceholder {}
