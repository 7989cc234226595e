# The models that are compiled and not taken in as they are, as files that timeline/ includes. `source`: the folder of annal.
include(${CMAKE_CURRENT_LIST_DIR}/word-endings.cmake)
function(annal_model_tables source into)
  annal_word_endings(${source}/data/models/endings.txt ${into}/timeline/model/endings.inc)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source}/data/models/endings.txt)
  configure_file(${source}/data/models/salience.def ${into}/timeline/event/salience.def COPYONLY)
  configure_file(${source}/data/models/same_happening.def ${into}/timeline/collection/same_happening.def COPYONLY)
endfunction()
