# Words: assets/i18n/<app>_zh_CN.ts into the resources of a target, and a test that none is missing.
#
# usher_translate(target app) speaks for the folder it is called from, without those below it.
# `ninja <app>_words` writes what the code says now into the file.
function(usher_translate target app)
    set(words ${PROJECT_SOURCE_DIR}/assets/i18n/${app}_zh_CN.ts)
    set(files ${words})
    if(EXISTS ${PROJECT_SOURCE_DIR}/assets/i18n/${app}_en.ts) # plurals
        list(APPEND files ${PROJECT_SOURCE_DIR}/assets/i18n/${app}_en.ts)
    endif()
    set_source_files_properties(${files} PROPERTIES OUTPUT_LOCATION ${CMAKE_CURRENT_BINARY_DIR})
    qt_add_lrelease(${target} TS_FILES ${files} QM_FILES_OUTPUT_VARIABLE compiled OPTIONS -silent)
    qt_add_resources(${target} ${app}_words PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR}
        FILES ${compiled})

    set(read $<TARGET_FILE:Qt6::lupdate> -silent -no-recursive -no-obsolete -locations none
        ${CMAKE_CURRENT_SOURCE_DIR} -ts)
    add_custom_target(${app}_words COMMAND ${read} ${files} VERBATIM COMMAND_EXPAND_LISTS)
    add_test(NAME words_${app} COMMAND ${CMAKE_COMMAND} "-DREAD=${read}" "-DFILES=${files}"
        -DFOLDER=${CMAKE_CURRENT_BINARY_DIR}/words -P ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/words_test.cmake)
    set_tests_properties(words_${app} PROPERTIES ENVIRONMENT QT_QPA_PLATFORM=offscreen)
endfunction()
