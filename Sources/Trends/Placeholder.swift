enum TrendsPlaceholder {}
