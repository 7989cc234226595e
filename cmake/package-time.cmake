# Read by cpack: the time that files of a package bear, so that the same files are the same package. Standard:
# reproducible-builds.org, SOURCE_DATE_EPOCH.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  set(ENV{SOURCE_DATE_EPOCH} 315532800)  # 1 January 1980, the first that archives of every kind can state
endif()
