# Every C++ file is laid out as .clang-format says. Run by ctest; -DROOT= the source folder.
find_program(clang_format NAMES clang-format-14 clang-format REQUIRED)
file(GLOB_RECURSE files
    ${ROOT}/assets/*.cpp ${ROOT}/assets/*.h ${ROOT}/broker/*.cpp ${ROOT}/broker/*.h
    ${ROOT}/kiosk/*.cpp ${ROOT}/kiosk/*.h ${ROOT}/lobby-console/*.cpp ${ROOT}/lobby-console/*.h
    ${ROOT}/counter-client/*.cpp ${ROOT}/counter-client/*.h ${ROOT}/tests/*.cpp ${ROOT}/tests/*.h)
execute_process(COMMAND ${clang_format} --dry-run -Werror ${files} RESULT_VARIABLE outcome)
if(outcome)
    message(FATAL_ERROR "run clang-format -i on the files named above")
endif()
