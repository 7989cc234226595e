# What is installed beside the program, and the package of Debian (`cpack --config build/release/CPackConfig.cmake`):
# the program, its manual page, completions and licences, without headers and libraries.
set(docs ${CMAKE_INSTALL_DATADIR}/doc/annal)
install(FILES ${ANNAL_SHARE}/annal.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${ANNAL_SHARE}/annal.bash RENAME annal
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${ANNAL_SHARE}/annal.zsh RENAME _annal
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
install(FILES ${ANNAL_SHARE}/annal.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES LICENSE RENAME copyright DESTINATION ${docs} COMPONENT program)
install(FILES CHANGELOG.md NOTICES data/SOURCES.md DESTINATION ${docs} COMPONENT program)
install(FILES data/lang/generate/UNICODE-LICENCE DESTINATION ${docs} COMPONENT program)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME annal)
set(CPACK_PACKAGE_CONTACT "The annal developers")
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};annal;program;/")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/package)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/cmake/package-time.cmake)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "${PROJECT_DESCRIPTION}
 annal finds the dates and events of an article, puts them in order, says why
 one came before another, and draws them.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libgvc6, librsvg2-2, libpoppler-glib8, libzip4, libsqlite3-0")  # graphs; PNG and PDF; reading PDF; .docx; --store
include(CPack)
