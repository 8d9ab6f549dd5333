// Written by Lexicons/embed.sh: the files of Lexicons/, embedded.
#include "CLexicons.h"

static const unsigned char file_0[] = {
#embed "../../Corpus/contrast/pairs.tsv"
};
static const unsigned char file_1[] = {
#embed "../../Lexicons/emoji.tsv"
};
static const unsigned char file_2[] = {
#embed "../../Lexicons/idioms.tsv"
};
static const unsigned char file_3[] = {
#embed "../../Lexicons/issues.tsv"
};
static const unsigned char file_4[] = {
#embed "../../Lexicons/issues/civil_registration.tsv"
};
static const unsigned char file_5[] = {
#embed "../../Lexicons/issues/corruption.tsv"
};
static const unsigned char file_6[] = {
#embed "../../Lexicons/issues/culture_sport.tsv"
};
static const unsigned char file_7[] = {
#embed "../../Lexicons/issues/digital.tsv"
};
static const unsigned char file_8[] = {
#embed "../../Lexicons/issues/disaster.tsv"
};
static const unsigned char file_9[] = {
#embed "../../Lexicons/issues/drainage_flood.tsv"
};
static const unsigned char file_10[] = {
#embed "../../Lexicons/issues/economy.tsv"
};
static const unsigned char file_11[] = {
#embed "../../Lexicons/issues/education.tsv"
};
static const unsigned char file_12[] = {
#embed "../../Lexicons/issues/electricity.tsv"
};
static const unsigned char file_13[] = {
#embed "../../Lexicons/issues/employment.tsv"
};
static const unsigned char file_14[] = {
#embed "../../Lexicons/issues/environment.tsv"
};
static const unsigned char file_15[] = {
#embed "../../Lexicons/issues/health.tsv"
};
static const unsigned char file_16[] = {
#embed "../../Lexicons/issues/housing_land.tsv"
};
static const unsigned char file_17[] = {
#embed "../../Lexicons/issues/permits_tax.tsv"
};
static const unsigned char file_18[] = {
#embed "../../Lexicons/issues/politics.tsv"
};
static const unsigned char file_19[] = {
#embed "../../Lexicons/issues/public_order.tsv"
};
static const unsigned char file_20[] = {
#embed "../../Lexicons/issues/public_transport.tsv"
};
static const unsigned char file_21[] = {
#embed "../../Lexicons/issues/roads.tsv"
};
static const unsigned char file_22[] = {
#embed "../../Lexicons/issues/social_aid.tsv"
};
static const unsigned char file_23[] = {
#embed "../../Lexicons/issues/staff_service.tsv"
};
static const unsigned char file_24[] = {
#embed "../../Lexicons/issues/street_lighting.tsv"
};
static const unsigned char file_25[] = {
#embed "../../Lexicons/issues/traffic_parking.tsv"
};
static const unsigned char file_26[] = {
#embed "../../Lexicons/issues/trees_parks.tsv"
};
static const unsigned char file_27[] = {
#embed "../../Lexicons/issues/village.tsv"
};
static const unsigned char file_28[] = {
#embed "../../Lexicons/issues/waste.tsv"
};
static const unsigned char file_29[] = {
#embed "../../Lexicons/issues/water.tsv"
};
static const unsigned char file_30[] = {
#embed "../../Lexicons/officials/demo.tsv"
};
static const unsigned char file_31[] = {
#embed "../../Lexicons/operators.tsv"
};
static const unsigned char file_32[] = {
#embed "../../Lexicons/places/bekasi.tsv"
};
static const unsigned char file_33[] = {
#embed "../../Lexicons/places/indonesia.tsv"
};
static const unsigned char file_34[] = {
#embed "../../Lexicons/roots-english.tsv"
};
static const unsigned char file_35[] = {
#embed "../../Lexicons/roots-more.tsv"
};
static const unsigned char file_36[] = {
#embed "../../Lexicons/roots-regional.tsv"
};
static const unsigned char file_37[] = {
#embed "../../Lexicons/roots.tsv"
};
static const unsigned char file_38[] = {
#embed "../../Lexicons/sentiment/betawi.tsv"
};
static const unsigned char file_39[] = {
#embed "../../Lexicons/sentiment/english.tsv"
};
static const unsigned char file_40[] = {
#embed "../../Lexicons/sentiment/indonesian.tsv"
};
static const unsigned char file_41[] = {
#embed "../../Lexicons/sentiment/javanese.tsv"
};
static const unsigned char file_42[] = {
#embed "../../Lexicons/sentiment/minang.tsv"
};
static const unsigned char file_43[] = {
#embed "../../Lexicons/sentiment/sundanese.tsv"
};
static const unsigned char file_44[] = {
#embed "../../Lexicons/slang.tsv"
};
static const unsigned char file_45[] = {
#embed "../../Lexicons/spam.tsv"
};
static const unsigned char file_46[] = {
#embed "../../Lexicons/weights.tsv"
};

static const struct suara_lexicon_file files[] = {
  {"contrast/pairs.tsv", file_0, sizeof file_0},
  {"emoji.tsv", file_1, sizeof file_1},
  {"idioms.tsv", file_2, sizeof file_2},
  {"issues.tsv", file_3, sizeof file_3},
  {"issues/civil_registration.tsv", file_4, sizeof file_4},
  {"issues/corruption.tsv", file_5, sizeof file_5},
  {"issues/culture_sport.tsv", file_6, sizeof file_6},
  {"issues/digital.tsv", file_7, sizeof file_7},
  {"issues/disaster.tsv", file_8, sizeof file_8},
  {"issues/drainage_flood.tsv", file_9, sizeof file_9},
  {"issues/economy.tsv", file_10, sizeof file_10},
  {"issues/education.tsv", file_11, sizeof file_11},
  {"issues/electricity.tsv", file_12, sizeof file_12},
  {"issues/employment.tsv", file_13, sizeof file_13},
  {"issues/environment.tsv", file_14, sizeof file_14},
  {"issues/health.tsv", file_15, sizeof file_15},
  {"issues/housing_land.tsv", file_16, sizeof file_16},
  {"issues/permits_tax.tsv", file_17, sizeof file_17},
  {"issues/politics.tsv", file_18, sizeof file_18},
  {"issues/public_order.tsv", file_19, sizeof file_19},
  {"issues/public_transport.tsv", file_20, sizeof file_20},
  {"issues/roads.tsv", file_21, sizeof file_21},
  {"issues/social_aid.tsv", file_22, sizeof file_22},
  {"issues/staff_service.tsv", file_23, sizeof file_23},
  {"issues/street_lighting.tsv", file_24, sizeof file_24},
  {"issues/traffic_parking.tsv", file_25, sizeof file_25},
  {"issues/trees_parks.tsv", file_26, sizeof file_26},
  {"issues/village.tsv", file_27, sizeof file_27},
  {"issues/waste.tsv", file_28, sizeof file_28},
  {"issues/water.tsv", file_29, sizeof file_29},
  {"officials/demo.tsv", file_30, sizeof file_30},
  {"operators.tsv", file_31, sizeof file_31},
  {"places/bekasi.tsv", file_32, sizeof file_32},
  {"places/indonesia.tsv", file_33, sizeof file_33},
  {"roots-english.tsv", file_34, sizeof file_34},
  {"roots-more.tsv", file_35, sizeof file_35},
  {"roots-regional.tsv", file_36, sizeof file_36},
  {"roots.tsv", file_37, sizeof file_37},
  {"sentiment/betawi.tsv", file_38, sizeof file_38},
  {"sentiment/english.tsv", file_39, sizeof file_39},
  {"sentiment/indonesian.tsv", file_40, sizeof file_40},
  {"sentiment/javanese.tsv", file_41, sizeof file_41},
  {"sentiment/minang.tsv", file_42, sizeof file_42},
  {"sentiment/sundanese.tsv", file_43, sizeof file_43},
  {"slang.tsv", file_44, sizeof file_44},
  {"spam.tsv", file_45, sizeof file_45},
  {"weights.tsv", file_46, sizeof file_46},
};
const size_t suara_lexicon_file_count = 47;

struct suara_lexicon_file suara_lexicon_file_at(size_t number) { return files[number]; }
