enum TimesPlaceholder {}
