# What `cmake --install` puts where, and what `cpack` makes of it. Included last; every rule waits for its part to exist.
include(GNUInstallDirs)

set(programs)
foreach(program countersign countersign-cli)
    if(TARGET ${program})
        list(APPEND programs ${program})
    endif()
endforeach()
install(TARGETS ${programs} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" BUNDLE DESTINATION .)
install(FILES LICENSE NOTICE README.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/countersign")
install(DIRECTORY resources/manual DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/countersign"
    FILES_MATCHING PATTERN "*.md" PATTERN "*.png")

if(UNIX AND NOT APPLE)
    # Where QCA was built by set-up, no package brings it: it is installed beside us. Its plugin goes where every Qt
    # program looks, because QCA asks Qt for those folders.
    get_target_property(qca_file qca-qt6 LOCATION)
    cmake_path(IS_PREFIX COUNTERSIGN_DEPENDENCIES "${qca_file}" NORMALIZE qca_is_ours)
    if(qca_is_ours)
        set(qca_prefix "${COUNTERSIGN_DEPENDENCIES}/qca")
        install(DIRECTORY "${qca_prefix}/lib/" DESTINATION "${CMAKE_INSTALL_LIBDIR}/countersign"
            FILES_MATCHING PATTERN "libqca-qt6.so.*" PATTERN cmake EXCLUDE PATTERN qca-qt6 EXCLUDE)
        install(FILES "${qca_prefix}/lib/qca-qt6/crypto/libqca-ossl.so" DESTINATION "${QT6_INSTALL_PLUGINS}/crypto")
        set_property(TARGET ${programs} PROPERTY INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}/countersign")
    endif()

    install(FILES packaging/linux/countersign.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
    install(FILES packaging/linux/countersign.metainfo.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
    install(FILES resources/icons/countersign.svg
        DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps" OPTIONAL)
    install(FILES app/cli/countersign-cli.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" OPTIONAL)
    install(FILES app/cli/completions/countersign-cli.bash
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME countersign-cli OPTIONAL)
    install(FILES app/cli/completions/_countersign-cli DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" OPTIONAL)
    install(FILES app/cli/completions/countersign-cli.fish
        DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" OPTIONAL)
endif()

set(CPACK_PACKAGE_NAME countersign)
set(CPACK_PACKAGE_VENDOR "The Countersign maintainers")
set(CPACK_PACKAGE_CONTACT "The Countersign maintainers <maintainers@countersign.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_INSTALL_DIRECTORY Countersign)
set(CPACK_STRIP_FILES ON)
if(WIN32)
    set(CPACK_GENERATOR NSIS)
    set(CPACK_PACKAGE_EXECUTABLES countersign Countersign)
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
else()
    set(CPACK_GENERATOR DEB)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_SECTION utils)
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    # Plugins are loaded by name, so no library dependency tells about them.
    set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libsecret-1-0") # QtKeychain loads it for the Secret Service
    if(qca_is_ours)
        set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${qca_prefix}/lib")
    else()
        string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", libqca-qt6-plugins")
    endif()
endif()
include(CPack)
