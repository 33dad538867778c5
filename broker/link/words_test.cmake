# Is everything the code says also said in the other language? Reads the code into a copy of each
# file; an entry that is new there or was left unfinished fails.
foreach(file IN LISTS FILES)
    file(COPY ${file} DESTINATION ${FOLDER})
    get_filename_component(name ${file} NAME)
    execute_process(COMMAND ${READ} ${FOLDER}/${name} COMMAND_ERROR_IS_FATAL ANY)
    file(STRINGS ${FOLDER}/${name} unfinished REGEX "type=\"unfinished\"")
    if(unfinished)
        list(LENGTH unfinished count)
        message(SEND_ERROR "${name}: ${count} without a finished translation; see ${FOLDER}/${name}")
    endif()
endforeach()
