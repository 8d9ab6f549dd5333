extern const int suara_lexicons_placeholder;
