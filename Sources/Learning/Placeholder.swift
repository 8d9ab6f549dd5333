enum LearningPlaceholder {}
