enum DumpsPlaceholder {}
