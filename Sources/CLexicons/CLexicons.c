#include "CLexicons.h"
const int suara_lexicons_placeholder = 0;
